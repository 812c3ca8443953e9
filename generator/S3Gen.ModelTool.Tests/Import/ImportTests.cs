using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Tests.Import;

public class ImportTests
{
    [Test]
    public void Import_of_our_own_model_changes_no_byte()
    {
        using Run run = new();
        string copy = run.File("s3.json");
        (int code, _, string errors) = Run.Tool("model", "import", Run.Model, "--out", copy);
        Assert.That((code, errors), Is.EqualTo((0, "")));
        Assert.That(File.ReadAllBytes(copy), Is.EqualTo(File.ReadAllBytes(Run.Model)));
    }

    [Test]
    public void Import_reports_the_changes_and_replaces_the_file()
    {
        using Run run = new();
        string current = run.File("s3.json", Models.Small(s => s.Members("GetThingOutput").Remove("Colour")).ToJsonString());
        (int code, string output, _) = Run.Tool("model", "import", Run.Data("small.json"), "--out", current);
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("+ member GetThingOutput.Colour").And.Contain("1 added, 0 removed, 0 changed; none breaking"));
        Assert.That(File.ReadAllText(current), Is.EqualTo(File.ReadAllText(Run.Data("small.json"))));
        Assert.That(run.Files, Is.EqualTo(["s3.json"]));
    }

    [Test]
    public void Import_of_a_faulty_model_leaves_the_file_as_it_was()
    {
        using Run run = new();
        string current = run.File("s3.json", "{}");
        string faulty = run.File("new.json", Models.Small(s => s.Remove("test#Colour")).ToJsonString());
        (int code, _, string errors) = Run.Tool("model", "import", faulty, "--out", current);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(errors, Does.Contain("S3GEN004: 'test#GetThingOutput$Colour' targets 'test#Colour'"));
        Assert.That(File.ReadAllText(current), Is.EqualTo("{}"));
    }

    [Test]
    public void Import_names_the_overlay_entries_that_lost_their_shape()
    {
        using Run run = new();
        string overlay = run.File("overlay.json", """
            {"smithy": "2.0", "shapes": {"test#Gone": {"type": "apply", "traits": {}}}}
            """);
        (int code, string output, _) = Run.Tool("model", "import", Run.Data("small.json"), "--out", run.File("out.json"), "--overlay", overlay);
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("warning S3GEN010: Traits are applied to 'test#Gone'"));
    }

    [Test]
    public void Import_of_something_else_says_what_is_wanted()
    {
        using Run run = new();
        (int code, _, string errors) = Run.Tool("model", "import", run.File("x.json", "{}"), "--out", run.File("out.json"));
        Assert.That(code, Is.EqualTo(1));
        Assert.That(errors, Does.Contain("neither a Smithy JSON AST nor a service-2.json"));
    }

    [Test]
    public void An_operation_that_was_taken_out_comes_back_byte_for_byte()
    {
        using Run run = new();
        JsonObject less = JsonNode.Parse(File.ReadAllText(Run.Model))!.AsObject();
        JsonObject shapes = less["shapes"]!.AsObject();
        shapes.Remove("com.amazonaws.s3#RenameObject");
        JsonArray operations = shapes["com.amazonaws.s3#AmazonS3"]!["operations"]!.AsArray();
        operations.Remove(operations.Single(operation => (string)operation!["target"]! == "com.amazonaws.s3#RenameObject"));
        string model = run.File("s3.json", less.ToJsonString());

        (int code, string output, _) = Run.Tool("model", "import", Run.Model, "--out", model);

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("RenameObject"));
        Assert.That(File.ReadAllBytes(model), Is.EqualTo(File.ReadAllBytes(Run.Model)));
    }
}
