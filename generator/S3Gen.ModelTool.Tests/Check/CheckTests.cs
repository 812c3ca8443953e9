using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Tests.Check;

/// <summary>The tool says what the generator says in a build. Which faults there are is tested with the generator.</summary>
public class CheckTests
{
    private static readonly string Sound = File.ReadAllText(Run.Data("small.json"));

    [Test]
    public void Our_model_and_overlay_are_sound()
    {
        (int code, string output, _) = Run.Tool("model", "check", Run.Model, "--overlay", Run.Overlay);
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.EndWith("112 operations, no error\n").Or.EndWith("112 operations, no error\r\n"));
    }

    [TestCase("\"target\": \"test#Colour\"", "\"target\": \"test#Color\"", "(54,9): error S3GEN004: 'test#GetThingOutput$Colour' targets 'test#Color', which the model does not define")]
    [TestCase("\"2.0\"", "\"1.0\"", "(2,3): error S3GEN002: A Smithy JSON AST of version 2.x is expected ('smithy': '2.0'), not '1.0'")]
    [TestCase("\"smithy\":", "smithy:", "(2,3): error S3GEN001: The model is not valid JSON: 's' is an invalid start of a property name. Expected a '\"'.")]
    [TestCase("test#Count\": {", "test#Colour\": {", "(21,5): error S3GEN001: The model is not valid JSON: the name 'test#Colour' stands twice in one object")]
    [TestCase("{Name}", "Name", "error S3GEN007: 'test#GetThingRequest$Name': it is a label, and the uri of the operation has no place for it")]
    public void Faults_are_printed_with_file_line_column_and_id(string find, string replace, string expected)
    {
        using Run run = new();
        string file = run.File("m.json", Sound.Replace(find, replace, StringComparison.Ordinal));

        (int code, string output, _) = Run.Tool("model", "check", file);

        Assert.That(code, Is.EqualTo(1));
        string[] lines = output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0], Does.StartWith(file + "(").And.EndWith(expected));
        Assert.That(lines[^1], Does.EndWith(lines.Length == 2 ? "1 error" : "errors"));
    }

    [Test]
    public void A_fault_of_the_overlay_is_printed_at_its_place_there()
    {
        using Run run = new();
        string overlay = run.File("o.json", "{\n  \"smithy\": \"2.0\",\n  \"shapes\": {\n    \"test#Gone\": { \"type\": \"apply\", \"traits\": {} }\n  }\n}");

        (int code, string output, _) = Run.Tool("model", "check", Run.Data("small.json"), "--overlay", overlay);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.StartWith($"{overlay}(4,5): error S3GEN010: Traits are applied to 'test#Gone'"));
    }

    [Test]
    public void A_warning_is_printed_and_no_error()
    {
        using Run run = new();
        const string Waiter = "\"smithy.waiters#waitable\": { \"Up\": { \"acceptors\": [{ \"state\": \"success\", \"matcher\": { \"inputOutput\": {} } }] } },";
        string file = run.File("m.json", Sound.Replace("\"smithy.api#http\":", Waiter + "\"smithy.api#http\":", StringComparison.Ordinal));

        (int code, string output, _) = Run.Tool("model", "check", file);

        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Contain(": warning S3GEN015: The waiter 'Up'").And.Contain("1 operation, no error"));
    }

    [Test]
    public void Text_that_is_not_UTF_8_is_a_fault() =>
        Assert.That(() => ModelText.Of("m.json", [(byte)'{', 0xFF, (byte)'}']), Throws.TypeOf<ModelException>().With.Message.EndsWith("not UTF-8"));
}
