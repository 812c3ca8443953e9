namespace S3Gen.ModelTool.Tests.CommandLine;

public class ToolTests
{
    [TestCase("unknown command 'modle'", "modle")]
    [TestCase("which of import, check and diff?", "model")]
    [TestCase("unknown command 'model merge'", "model", "merge")]
    [TestCase("<model.json> is missing", "model", "check")]
    [TestCase("<new.json> is missing", "model", "diff", "a.json")]
    [TestCase("unexpected argument 'c.json'", "model", "diff", "a.json", "b.json", "c.json")]
    [TestCase("unknown option '--out'", "model", "check", "a.json", "--out", "b.json")]
    [TestCase("option '--out' needs a value", "model", "import", "a.json", "--out")]
    [TestCase("option '--out' is given twice", "model", "import", "a.json", "--out=b.json", "--out", "c.json")]
    public void Wrong_usage_is_explained_and_exits_with_2(string expected, params string[] args)
    {
        (int code, _, string errors) = Run.Tool(args);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.StartWith($"s3gen: {expected}").And.Contain("usage:"));
    }

    [Test]
    public void Missing_file_exits_with_2()
    {
        (int code, _, string errors) = Run.Tool("model", "check", "nowhere.json");
        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain("nowhere.json"));
    }

    [TestCase("--help")]
    [TestCase("model", "diff", "--help")]
    public void Help_is_printed_to_the_output(params string[] args)
    {
        (int code, string output, string errors) = Run.Tool(args);
        Assert.That((code, errors), Is.EqualTo((0, "")));
        Assert.That(output, Does.Contain("exit codes:"));
    }
}
