using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Tests;

public sealed class CommandTests
{
    private Workspace _workspace = null!;

    [SetUp]
    public void Open() => _workspace = new Workspace();

    [TearDown]
    public void Close() => _workspace.Dispose();

    [Test]
    public void Importing_the_model_that_is_there_changes_no_byte()
    {
        string copy = _workspace.Write("s3.json", File.ReadAllText(Workspace.RepositoryModel));

        Assert.That(_workspace.Run("model", "import", copy, "--out", copy, "--overlay", Workspace.RepositoryOverlay), Is.Zero, _workspace.Output);
        Assert.That(File.ReadAllBytes(copy), Is.EqualTo(File.ReadAllBytes(Workspace.RepositoryModel)));
        Assert.That(_workspace.Output, Does.Contain("The API is the same.").And.Contain("112 operations"));
    }

    [Test]
    public void An_operation_that_was_taken_out_comes_back_by_import()
    {
        JsonObject less = JsonNode.Parse(File.ReadAllText(Workspace.RepositoryModel))!.AsObject();
        JsonObject shapes = less["shapes"]!.AsObject();
        shapes.Remove("com.amazonaws.s3#RenameObject");
        JsonArray operations = shapes["com.amazonaws.s3#AmazonS3"]!["operations"]!.AsArray();
        operations.Remove(operations.Single(operation => (string)operation!["target"]! == "com.amazonaws.s3#RenameObject"));
        string model = _workspace.Write("s3.json", less.ToJsonString());

        int code = _workspace.Run("model", "import", Workspace.RepositoryModel, "--out", model, "--overlay", Workspace.RepositoryOverlay);

        Assert.That(code, Is.Zero, _workspace.Output);
        Assert.That(_workspace.Output, Does.Contain("+ operation RenameObject"));
        Assert.That(File.ReadAllBytes(model), Is.EqualTo(File.ReadAllBytes(Workspace.RepositoryModel)));
    }

    [Test]
    public void Prose_and_endpoint_tests_are_left_out()
    {
        string published = _workspace.Write("published.json", ModelWith(
            "\"smithy.api#documentation\": \"<p>Prose</p>\", \"smithy.rules#endpointTests\": {}, \"smithy.rules#endpointRuleSet\": { \"rules\": [{ \"documentation\": \"Prose\", \"type\": \"tree\" }] },"));

        Assert.That(_workspace.Run("model", "import", published, "--out", _workspace.PathOf("out.json")), Is.Zero, _workspace.Output);

        string text = File.ReadAllText(_workspace.PathOf("out.json"));
        Assert.That(text, Does.Not.Contain("Prose").And.Not.Contain("endpointTests"));
        Assert.That(text, Does.Contain("\"type\": \"tree\""));
    }

    [Test]
    public void A_faulty_model_is_refused_at_its_place_and_the_old_one_kept()
    {
        string target = _workspace.Write("s3.json", "old");
        string faulty = _workspace.Write("faulty.json", ModelWith(string.Empty).Replace("smithy.api#String", "shelf#Gone", StringComparison.Ordinal));

        Assert.That(_workspace.Run("model", "import", faulty, "--out", target), Is.EqualTo(1));
        Assert.That(_workspace.Output, Does.Match(@"s3\.json\(\d+,\d+\): error S3GEN004: .*shelf#Gone"));
        Assert.That(File.ReadAllText(target), Is.EqualTo("old"));
    }

    [Test]
    public void Check_prints_file_line_and_column()
    {
        string faulty = _workspace.Write("faulty.json", "{\n  \"smithy\": \"1.0\"\n}");

        Assert.That(_workspace.Run("model", "check", faulty), Is.EqualTo(1));
        Assert.That(_workspace.Output, Does.Contain("faulty.json(2,3): error S3GEN002"));
    }

    [TestCase("\"Title\": { \"target\": \"smithy.api#String\" }", "\"Name\": { \"target\": \"smithy.api#String\" }", "BREAKING - member Book.Title is gone", "+ member Book.Name")]
    [TestCase("\"Title\": { \"target\": \"smithy.api#String\" }", "\"Title\": { \"target\": \"smithy.api#Integer\" }", "BREAKING ~ Book.Title was String and is Integer", "1 changes")]
    [TestCase("\"Title\": { \"target\": \"smithy.api#String\" }", "\"Title\": { \"target\": \"smithy.api#String\", \"traits\": { \"smithy.api#required\": {} } }", "BREAKING ~ Book.Title has become required", "1 of them breaking")]
    [TestCase("/book", "/novel", "~ PutBook: http was", "0 of them breaking")]
    public void Diff_tells_what_changes_and_what_breaks(string replace, string with, string first, string second)
    {
        string before = _workspace.Write("a.json", ModelWith(string.Empty));
        string after = _workspace.Write("b.json", ModelWith(string.Empty).Replace(replace, with, StringComparison.Ordinal));

        Assert.That(_workspace.Run("model", "diff", before, after), Is.EqualTo(1));
        Assert.That(_workspace.Output, Does.Contain(first).And.Contain(second));
    }

    [Test]
    public void Diff_of_equal_models_is_silent_success()
    {
        string model = _workspace.Write("a.json", ModelWith(string.Empty));

        Assert.That(_workspace.Run("model", "diff", model, model), Is.Zero);
    }

    [TestCase("model")]
    [TestCase("model", "import")]
    [TestCase("model", "check", "nowhere.json")]
    [TestCase("model", "check", "nowhere.json", "--colour", "red")]
    public void Wrong_command_lines_and_missing_files_are_trouble(params string[] args) => Assert.That(_workspace.Run(args), Is.EqualTo(2));

    [Test]
    public void Botocores_model_is_converted()
    {
        string published = _workspace.Write("service-2.json", """
            {
              "metadata": { "apiVersion": "2026-01-01", "endpointPrefix": "shelf", "protocol": "rest-xml", "serviceFullName": "Shelf", "serviceId": "Shelf" },
              "operations": {
                "PutBook": {
                  "name": "PutBook", "http": { "method": "PUT", "requestUri": "/{Id}" }, "documentation": "<p>Prose</p>",
                  "input": { "shape": "PutBookRequest" }, "errors": [{ "shape": "Closed" }]
                }
              },
              "shapes": {
                "PutBookRequest": {
                  "type": "structure", "required": ["Id"], "payload": "Book",
                  "members": {
                    "Id": { "shape": "Text", "location": "uri", "locationName": "Id" },
                    "Kind": { "shape": "Kind", "location": "header", "locationName": "x-kind" },
                    "Book": { "shape": "Book" }
                  }
                },
                "Book": { "type": "structure", "members": { "Pages": { "shape": "Pages", "locationName": "Page" } } },
                "Pages": { "type": "list", "member": { "shape": "Text" }, "flattened": true },
                "Kind": { "type": "string", "enum": ["novel", "short-story"] },
                "Text": { "type": "string", "min": 1 },
                "Closed": { "type": "structure", "members": {}, "error": { "httpStatusCode": 403 }, "exception": true }
              }
            }
            """);

        Assert.That(_workspace.Run("model", "import", published, "--out", _workspace.PathOf("out.json")), Is.Zero, _workspace.Output);

        JsonNode shapes = JsonNode.Parse(File.ReadAllText(_workspace.PathOf("out.json")))!["shapes"]!;
        JsonNode request = shapes["com.amazonaws.shelf#PutBookRequest"]!["members"]!;
        Assert.That(request["Id"]!["traits"]!["smithy.api#httpLabel"], Is.Not.Null);
        Assert.That((string?)request["Kind"]!["traits"]!["smithy.api#httpHeader"], Is.EqualTo("x-kind"));
        Assert.That(request["Book"]!["traits"]!["smithy.api#httpPayload"], Is.Not.Null);
        Assert.That((string?)shapes["com.amazonaws.shelf#Book"]!["members"]!["Pages"]!["traits"]!["smithy.api#xmlName"], Is.EqualTo("Page"));
        Assert.That((int?)shapes["com.amazonaws.shelf#Closed"]!["traits"]!["smithy.api#httpError"], Is.EqualTo(403));
        Assert.That((string?)shapes["com.amazonaws.shelf#Kind"]!["members"]!["short_story"]!["traits"]!["smithy.api#enumValue"], Is.EqualTo("short-story"));
    }

    private static string ModelWith(string serviceTraits) => $$"""
        {
          "smithy": "2.0",
          "shapes": {
            "shelf#Shelf": {
              "type": "service", "version": "1", "operations": [{ "target": "shelf#PutBook" }],
              "traits": { {{serviceTraits}} "aws.protocols#restXml": {}, "aws.api#service": { "sdkId": "Shelf" } }
            },
            "shelf#PutBook": {
              "type": "operation", "input": { "target": "shelf#PutBookInput" },
              "traits": { "smithy.api#http": { "method": "PUT", "uri": "/book", "code": 200 } }
            },
            "shelf#PutBookInput": { "type": "structure", "members": { "Book": { "target": "shelf#Book" } } },
            "shelf#Book": { "type": "structure", "members": { "Title": { "target": "smithy.api#String" } } }
          }
        }
        """;
}
