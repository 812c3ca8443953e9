using System.Text.Json;
using System.Text.Json.Nodes;

namespace S3Gen.Conformance.Tests;

/// <summary>The runner reports what it has to report, and fails when it should.</summary>
public sealed class RunnerTests
{
    private string _folder = string.Empty;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("conformance").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("requests", "vectors/requests.jsonl")]
    [TestCase("responses", "vectors/responses.jsonl")]
    [TestCase("errors", "vectors/errors.jsonl")]
    [TestCase("sigv4", "vectors/signed.jsonl")]
    [TestCase("sigv4", "sigv4/v4.json")]
    public async Task Run_over_a_file_that_holds_ends_with_the_sum_and_exit_code_0(string suite, string file)
    {
        RunnerProcess run = await RunnerProcess.RunAsync(suite, VisibleData.PathOf(file));
        Assert.That((run.Output, run.ExitCode), Is.EqualTo(($"{CountCases(file)} passed, 0 failed{Environment.NewLine}", 0)));
    }

    [Test]
    public async Task Run_over_a_folder_takes_the_files_of_the_suite_alone()
    {
        RunnerProcess run = await RunnerProcess.RunAsync("sigv4", VisibleData.Folder);
        Assert.That(run.LastLine, Is.EqualTo($"{CountCases("vectors/signed.jsonl") + CountCases("sigv4/v4.json")} passed, 0 failed"));
    }

    [TestCase("method", "\"PATCH\"", "method: expected 'PATCH', got 'PUT'")]
    [TestCase("path", "\"/other\"", "path: expected '/other'")]
    [TestCase("query", "[[\"tagging\",\"yes\"]]", "query: tagging=yes is missing")]
    [TestCase("headers", "{\"x-amz-request-payer\":\"nobody\"}", "header x-amz-request-payer: expected 'nobody'")]
    [TestCase("body_base64", "\"PFRhZ2dpbmcvPg==\"", "expected element Tagging")]
    public async Task Request_that_differs_fails_with_what_differed(string field, string value, string difference)
    {
        RunnerProcess run = await RunMutatedAsync("requests", "vectors/requests.jsonl", "PutObjectTagging", json => json["request"]![field] = JsonNode.Parse(value));
        AssertFailed(run, difference);
    }

    [Test]
    public async Task Request_with_a_header_that_is_not_due_fails() =>
        AssertFailed(
            await RunMutatedAsync("requests", "vectors/requests.jsonl", "GetObject", json =>
            {
                json["input"]!["ExpectedBucketOwner"] = "somebody";
                json["request"]!["headers"]!.AsObject().Remove("x-amz-expected-bucket-owner");
            }),
            "header x-amz-expected-bucket-owner: 'somebody' is not due");

    [Test]
    public async Task Response_whose_member_differs_fails_with_the_members_path() =>
        AssertFailed(
            await RunMutatedAsync("responses", "vectors/responses.jsonl", "ListObjectsV2", json => json["output"]!["Delimiter"] = "not what was sent"),
            "Delimiter: expected \"not what was sent\"");

    [Test]
    public async Task Response_with_a_member_that_was_not_expected_fails() =>
        AssertFailed(
            await RunMutatedAsync("responses", "vectors/responses.jsonl", "HeadObject", json =>
            {
                json["headers"]!["x-amz-version-id"] = "surplus";
                json["output"]!.AsObject().Remove("VersionId");
            }),
            "VersionId: expected nothing, got \"surplus\"");

    [Test]
    public async Task Rest_of_a_request_that_has_to_be_refused_is_compared_all_the_same() =>
        AssertFailed(
            await RunMutatedAsync("requests", "vectors/requests.jsonl", "PutObject", json =>
            {
                json["input"]!["ContentLength"] = 12345;
                json["request"]!["headers"]!["x-amz-acl"] = "not what was asked for";
            }),
            "header x-amz-acl: expected 'not what was asked for'");

    [Test]
    public async Task Response_that_is_cut_short_passes_as_it_is_refused()
    {
        RunnerProcess run = await RunMutatedAsync("responses", "vectors/responses.jsonl", "GetObject", json => json["headers"]!["Content-Length"] = "1000000");
        Assert.That((run.LastLine, run.ExitCode), Is.EqualTo(("1 passed, 0 failed", 0)));
    }

    [TestCase("code", "\"Other\"", "code: expected 'Other'")]
    [TestCase("modeled", "\"NoSuchUpload\"", "exception: expected 'NoSuchUploadException'")]
    [TestCase("status", "418", "status: expected '418'")]
    [TestCase("malformed", "true", "malformed: expected 'True', got 'False'")]
    [TestCase("requestId", "null", "requestId: expected none")]
    public async Task Error_that_differs_fails_with_what_differed(string field, string value, string difference)
    {
        RunnerProcess run = await RunMutatedAsync("errors", "vectors/errors.jsonl", "GetObject", json => json["expected"]![field] = JsonNode.Parse(value));
        AssertFailed(run, difference);
    }

    [Test]
    public async Task Signature_that_differs_fails() =>
        AssertFailed(
            await RunMutatedAsync("sigv4", "vectors/signed.jsonl", null, json => json["secret_access_key"] = "another"),
            "authorization: expected 'AWS4-HMAC-SHA256 Credential=");

    [Test]
    public async Task Case_of_an_operation_that_the_model_lacks_fails() =>
        AssertFailed(
            await RunMutatedAsync("requests", "vectors/requests.jsonl", "GetObject", json => json["operation"] = "GetNothing"),
            "The model has no operation 'GetNothing'");

    [Test]
    public async Task Wrong_arguments_give_exit_code_2_and_usage()
    {
        string prose = Path.Combine(_folder, "prose.json");
        await File.WriteAllTextAsync(prose, "this is not JSON");
        string[][] wrong =
        [
            [],
            ["requests"],
            ["nonsense", VisibleData.Folder],
            ["requests", Path.Combine(_folder, "missing.jsonl")],
            ["requests", VisibleData.PathOf("vectors/responses.jsonl")],
            ["requests", prose],
            ["sigv4", Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName],
        ];
        foreach (string[] arguments in wrong)
        {
            RunnerProcess run = await RunnerProcess.RunAsync(arguments);
            Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, string.Empty)), string.Join(' ', arguments));
            Assert.That(run.Errors, Does.Contain("usage:").And.Contain("responses"));
        }
    }

    [TestCase("eventstream", "vectors/eventstream.jsonl", "ends-without-End", "error", "null", "failure: expected 'False', got 'True'")]
    [TestCase("eventstream", "vectors/eventstream.jsonl", "plain", "events", "[]", "number of events: expected '0', got '3'")]
    [TestCase("checksums", "vectors/checksum-composite.jsonl", "composite/0", "multipart_etag", "\"other\"", "entity tag: expected 'other'")]
    public async Task Case_that_differs_fails_with_what_differed(string suite, string file, string id, string field, string value, string difference)
    {
        JsonNode json = File.ReadLines(VisibleData.PathOf(file)).Select(line => JsonNode.Parse(line)!).Single(line => (string?)line["id"] == id);
        json[field] = JsonNode.Parse(value);
        string path = Path.Combine(_folder, "mutated.jsonl");
        await File.WriteAllTextAsync(path, json.ToJsonString());
        AssertFailed(await RunnerProcess.RunAsync(suite, path), difference);
    }

    private static int CountCases(string file)
    {
        string text = File.ReadAllText(VisibleData.PathOf(file));
        return file.EndsWith(".jsonl", StringComparison.Ordinal)
            ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length
            : JsonDocument.Parse(text).RootElement.GetProperty("cases").GetArrayLength();
    }

    private static void AssertFailed(RunnerProcess run, string difference)
    {
        Assert.That(run.Output, Does.StartWith("FAIL ").And.Contain(difference));
        Assert.That((run.LastLine, run.ExitCode), Is.EqualTo(("0 passed, 1 failed", 1)));
    }

    /// <summary>Runs one case, the first of its operation, after changing it.</summary>
    private async Task<RunnerProcess> RunMutatedAsync(string suite, string file, string? operation, Action<JsonNode> mutate)
    {
        JsonNode json = File.ReadLines(VisibleData.PathOf(file))
            .Select(line => JsonNode.Parse(line)!)
            .First(line => operation is null || (string?)line["operation"] == operation);
        mutate(json);
        string path = Path.Combine(_folder, "mutated.jsonl");
        await File.WriteAllTextAsync(path, json.ToJsonString());
        return await RunnerProcess.RunAsync(suite, path);
    }
}
