namespace S3Gen.ModelTool.Tests.Diff;

public class DiffCommandTests
{
    [Test]
    public void Diff_of_equal_models_exits_with_0()
    {
        (int code, string output, _) = Run.Tool("model", "diff", Run.Model, Run.Model);
        Assert.That((code, output.Trim()), Is.EqualTo((0, "no change of the API")));
    }

    [Test]
    public void Diff_prints_what_breaks_first_and_exits_with_1()
    {
        using Run run = new();
        string newer = run.File("new.json", Models.Small(s =>
        {
            s.Members("GetThingOutput").Remove("Colour");
            s.Members("GetThingRequest")["More"] = Models.Member("smithy.api#String");
        }).ToJsonString());
        (int code, string output, _) = Run.Tool("model", "diff", Run.Data("small.json"), newer);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output.ReplaceLineEndings("\n"), Is.EqualTo("""
            breaking:
              - member GetThingOutput.Colour

            compatible:
              + member GetThingRequest.More

            1 added, 1 removed, 0 changed; 1 breaking

            """));
    }

    [TestCase("{", "malformed JSON")]
    [TestCase("{}", "neither a Smithy JSON AST")]
    [TestCase("[]", "a model is a JSON object")]
    public void Diff_of_what_is_no_model_exits_with_2(string content, string expected)
    {
        using Run run = new();
        (int code, _, string errors) = Run.Tool("model", "diff", Run.Model, run.File("x.json", content));
        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain(expected));
    }
}
