using S3Gen.ModelTool.Check;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Tests.Check;

public class CheckTests
{
    private static readonly string Sound = File.ReadAllText(Run.Data("small.json"));

    [Test]
    public void Our_model_and_overlay_are_sound()
    {
        (int code, string output, _) = Run.Tool("model", "check", Run.Model, "--overlay", Run.Overlay);
        Assert.That(code, Is.Zero, output);
    }

    [Test]
    public void Faults_are_printed_with_file_line_and_column()
    {
        using Run run = new();
        string file = run.File("m.json", Sound.Replace("\"target\": \"test#Colour\"", "\"target\": \"test#Color\"", StringComparison.Ordinal));
        (int code, string output, _) = Run.Tool("model", "check", file);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output.ReplaceLineEndings("\n"), Is.EqualTo($"{file}(55,21): error GetThingOutput$Colour: unknown target test#Color\n1 error\n"));
    }

    [TestCase("\"2.0\"", "\"1.0\"", "m.json(2,13): error a Smithy 2 model is needed; the version is 1.0")]
    [TestCase("\"type\": \"service\"", "\"type\": \"structure\"", "m.json(3,3): error there is no service")]
    [TestCase("\"type\": \"integer\"", "\"type\": \"int\"", "m.json(22,15): error unknown shape type 'int' of test#Count")]
    [TestCase("\"type\": \"integer\"", "\"type\": \"service\"", "error a second service, test#Things, besides test#Count")]
    [TestCase("\"target\": \"test#GetThing\"\n", "\"target\": \"test#Count\"\n", "error operations of Things: test#Count is of the type integer, not operation")]
    [TestCase("\"type\": \"integer\"", "\"type\": \"list\"", "m.json(21,5): error Count has no object \"member\"")]
    [TestCase("\"type\": \"integer\"", "\"type\": \"integer\", \"mixins\": []", "m.json(22,26): error test#Count has mixins: flatten the model first")]
    [TestCase("\"members\": {}", "\"members\": {\"X\": 1}", "error NoThing has no object \"X\"")]
    [TestCase("{Name}", "{Nome}", "m.json(46,18): error GetThing: no input member is bound to the label {Nome}")]
    [TestCase("{Name}", "Name", "m.json(46,18): error GetThing: the uri has no label for the member Name")]
    [TestCase("{Name}", "{Name}/{Name}", "error GetThing: the label {Name} stands twice")]
    [TestCase("\"method\": \"GET\",", "", "error GetThing has no smithy.api#http with a method and a uri")]
    [TestCase("\"smithy.api#httpQuery\": \"count\"", "\"smithy.api#httpQuery\": \"count\", \"smithy.api#httpHeader\": \"x\"", "error GetThingRequest$Count is bound to both httpQuery and httpHeader")]
    [TestCase("\"BLUE\"", "\"rED\"", "m.json(13,9): error Colour$rED becomes the C# name RED, as RED does")]
    [TestCase("test#Count\": {", "test#Colour\": {", "m.json(21,5): error the name 'test#Colour' is given twice")]
    [TestCase("\"smithy\":", "smithy:", "m.json(2,3): error malformed JSON: 's' is an invalid start of a property name. Expected a '\"'.")]
    public void Fault_is_found_at_its_place(string find, string replace, string expected)
    {
        string text = Sound.Replace(find, replace, StringComparison.Ordinal);
        Assert.That(FaultsOf(text), Has.Some.EndsWith(expected));
    }

    [Test]
    public void Text_that_is_not_UTF_8_is_a_fault() =>
        Assert.That(() => ModelDocument.Parse("m.json", [(byte)'{', 0xFF, (byte)'}']), Throws.TypeOf<ModelException>().With.Message.EndsWith("not UTF-8"));

    [Test]
    public void Two_members_bound_to_the_same_header_are_a_fault()
    {
        string faulty = Models.Small(s =>
        {
            s.Members("GetThingOutput")["A"] = Bound("ETag");
            s.Members("GetThingOutput")["B"] = Bound("etag");
        }).ToJsonString();
        Assert.That(FaultsOf(faulty), Has.Some.EndsWith("GetThingOutput$B is bound to the same header etag as A"));
    }

    [Test]
    public void A_member_beside_a_payload_has_no_place()
    {
        string faulty = Models.Small(s => s.Members("GetThingOutput")["Body"] = Models.Member("smithy.api#Blob", "smithy.api#httpPayload")).ToJsonString();
        Assert.That(FaultsOf(faulty), Has.Some.EndsWith("GetThingOutput$Colour has no place: the body is the payload member Body"));
    }

    [Test]
    public void Types_of_the_same_CSharp_name_are_a_fault_until_one_is_renamed()
    {
        string faulty = Models.Small(s => s["test#colour"] = s["test#Colour"]!.DeepClone()).ToJsonString();
        const string Expected = "colour becomes the C# type Colour, as Colour does";
        const string Rename = """{"smithy": "2.0", "shapes": {"test#colour": {"type": "apply", "traits": {"s3gen.traits#rename": {"name": "Hue"}}}}}""";
        Assert.That(FaultsOf(faulty), Has.Some.EndsWith(Expected));
        Assert.That(FaultsOf(faulty, Rename), Is.Empty);
    }

    [TestCase("""{"test#Gone": {"type": "apply", "traits": {}}}""", "the model has no shape test#Gone")]
    [TestCase("""{"test#Colour$GREEN": {"type": "apply", "traits": {}}}""", "the model has no member test#Colour$GREEN")]
    [TestCase("""{"test#Colour": {"type": "enum", "traits": {}}}""", "test#Colour: an overlay holds only shapes of the type apply")]
    [TestCase("""{"test#Colour": {"type": "apply"}}""", "test#Colour: there is no object \"traits\"")]
    [TestCase("""{"test#GetThing": {"type": "apply", "traits": {"s3gen.traits#paginated": {"inputTokens": ["Next"], "items": "Colour"}}}}""",
        "GetThing has no input member 'Next' for its paging")]
    public void Overlay_fault_is_found(string shapes, string expected) =>
        Assert.That(FaultsOf(Sound, $$"""{"smithy": "2.0", "shapes": {{shapes}}}"""), Is.All.StartsWith("o.json(1,").And.Exactly(1).EndsWith(expected));

    private static System.Text.Json.Nodes.JsonObject Bound(string header)
    {
        System.Text.Json.Nodes.JsonObject member = Models.Member("smithy.api#String");
        member["traits"]!["smithy.api#httpHeader"] = header;
        return member;
    }

    private static IEnumerable<string> FaultsOf(string model, string? overlay = null)
    {
        try
        {
            return [.. ModelChecker.Check(Parse("m.json", model), overlay is null ? null : Parse("o.json", overlay)).Select(f => f.ToString())];
        }
        catch (ModelException e)
        {
            return [.. e.Faults.Select(f => f.ToString())];
        }
    }

    private static ModelDocument Parse(string file, string text) => ModelDocument.Parse(file, System.Text.Encoding.UTF8.GetBytes(text));
}
