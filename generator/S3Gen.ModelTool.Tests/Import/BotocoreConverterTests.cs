using System.Text.Json.Nodes;
using S3Gen.ModelTool.Check;
using S3Gen.ModelTool.Documents;
using S3Gen.ModelTool.Import;

namespace S3Gen.ModelTool.Tests.Import;

public class BotocoreConverterTests
{
    private ModelDocument _converted = null!;

    [OneTimeSetUp]
    public void Convert() => _converted = PublishedModel.Load(Run.Data("service-2.json"), TextWriter.Null);

    [Test]
    public void Conversion_is_a_sound_model() => Assert.That(ModelRules.Check(_converted.Text).Faults, Is.Empty);

    [TestCase("BigBoxes", """{"type":"service","version":"2026-01-01","operations":[{"target":"com.amazonaws.bigboxes#PutBox"},{"target":"com.amazonaws.bigboxes#Watch"}],"traits":{"aws.api#service":{"sdkId":"Big Boxes","arnNamespace":"boxes","endpointPrefix":"boxes"},"aws.auth#sigv4":{"name":"boxes"},"aws.protocols#restXml":{},"smithy.api#title":"Big Box Service","smithy.api#xmlNamespace":{"uri":"urn:boxes"}}}""")]
    [TestCase("PutBox", """{"type":"operation","input":{"target":"com.amazonaws.bigboxes#PutBoxRequest"},"output":{"target":"com.amazonaws.bigboxes#PutBoxOutput"},"errors":[{"target":"com.amazonaws.bigboxes#Broken"},{"target":"com.amazonaws.bigboxes#TooBig"}],"traits":{"aws.auth#unsignedPayload":{},"aws.protocols#httpChecksum":{"requestAlgorithmMember":"Kind"},"smithy.api#deprecated":{"message":"use crates"},"smithy.api#endpoint":{"hostPrefix":"{Name}."},"smithy.api#http":{"method":"PUT","uri":"/boxes/{Name}/{Path+}?put","code":201},"smithy.rules#staticContextParams":{"UseBoxes":{"value":true}}}}""")]
    [TestCase("Watch", """{"type":"operation","input":{"target":"smithy.api#Unit"},"output":{"target":"com.amazonaws.bigboxes#WatchOutput"},"traits":{"smithy.api#http":{"method":"GET","uri":"/watch","code":200}}}""")]
    [TestCase("Events", """{"type":"union","members":{"Tick":{"target":"com.amazonaws.bigboxes#Tick"}},"traits":{"smithy.api#streaming":{}}}""")]
    [TestCase("Tick", """{"type":"structure","members":{"Bytes":{"target":"com.amazonaws.bigboxes#Bytes","traits":{"smithy.api#eventPayload":{}}},"At":{"target":"com.amazonaws.bigboxes#Moment","traits":{"smithy.api#eventHeader":{}}}}}""")]
    [TestCase("Owner", """{"type":"structure","members":{"Type":{"target":"com.amazonaws.bigboxes#Name","traits":{"smithy.api#xmlAttribute":{},"smithy.api#xmlName":"xsi:type"}}}}""")]
    [TestCase("TooBig", """{"type":"structure","members":{},"traits":{"smithy.api#error":"client","smithy.api#httpError":413}}""")]
    [TestCase("Broken", """{"type":"structure","members":{},"traits":{"smithy.api#error":"server","smithy.api#httpError":503}}""")]
    [TestCase("Items", """{"type":"list","member":{"target":"com.amazonaws.bigboxes#Name","traits":{"smithy.api#xmlName":"Item"}}}""")]
    [TestCase("FlatItems", """{"type":"list","member":{"target":"com.amazonaws.bigboxes#Name"},"traits":{"smithy.api#length":{"max":10}}}""")]
    [TestCase("Kind", """{"type":"enum","members":{"box_Small_":{"target":"smithy.api#Unit","traits":{"smithy.api#enumValue":"box:Small:*"}},"x_large":{"target":"smithy.api#Unit","traits":{"smithy.api#enumValue":"x-large"}},"_2D":{"target":"smithy.api#Unit","traits":{"smithy.api#enumValue":"2D"}}}}""")]
    [TestCase("Name", """{"type":"string","traits":{"smithy.api#length":{"min":1,"max":63},"smithy.api#pattern":"^[a-z]+$"}}""")]
    [TestCase("Secret", """{"type":"string","traits":{"smithy.api#sensitive":{}}}""")]
    [TestCase("Count", """{"type":"integer","traits":{"smithy.api#range":{"min":100,"max":599}}}""")]
    [TestCase("Moment", """{"type":"timestamp","traits":{"smithy.api#timestampFormat":"date-time"}}""")]
    [TestCase("Bytes", """{"type":"blob"}""")]
    [TestCase("StreamingBlob", """{"type":"blob","traits":{"smithy.api#streaming":{}}}""")]
    public void Shape_is_converted(string name, string expected) => Assert.That(Text(Shape(name)), Is.EqualTo(Text(JsonNode.Parse(expected))));

    [TestCase("PutBoxRequest", "Name", """{"smithy.api#hostLabel":{},"smithy.api#httpLabel":{},"smithy.api#required":{},"smithy.rules#contextParam":{"name":"Box"}}""")]
    [TestCase("PutBoxRequest", "Kind", """{"smithy.api#httpHeader":"x-kind"}""")]
    [TestCase("PutBoxRequest", "Meta", """{"smithy.api#httpPrefixHeaders":"x-meta-"}""")]
    [TestCase("PutBoxRequest", "More", """{"smithy.api#httpQueryParams":{}}""")]
    [TestCase("PutBoxRequest", "Since", """{"smithy.api#httpQuery":"since","smithy.api#timestampFormat":"http-date"}""")]
    [TestCase("PutBoxRequest", "Token", """{"smithy.api#httpHeader":"x-token","smithy.api#idempotencyToken":{}}""")]
    [TestCase("PutBoxRequest", "Body", """{"smithy.api#default":"","smithy.api#httpPayload":{}}""")]
    [TestCase("PutBoxOutput", "Status", """{"smithy.api#httpResponseCode":{}}""")]
    [TestCase("PutBoxOutput", "Flat", """{"smithy.api#xmlFlattened":{},"smithy.api#xmlName":"Flattened"}""")]
    [TestCase("PutBoxOutput", "Owner", """{"smithy.api#xmlNamespace":{"prefix":"xsi","uri":"http://www.w3.org/2001/XMLSchema-instance"}}""")]
    public void Member_is_bound(string shape, string member, string expected) =>
        Assert.That(Text(Shape(shape)["members"]![member]!["traits"]), Is.EqualTo(Text(JsonNode.Parse(expected))));

    [Test]
    public void Streaming_members_alone_target_the_stream()
    {
        Assert.That(Ast.Target(Shape("PutBoxRequest")["members"]!["Body"]), Is.EqualTo("com.amazonaws.bigboxes#StreamingBlob"));
        Assert.That(Ast.Target(Shape("PutBoxOutput")["members"]!["Data"]), Is.EqualTo("com.amazonaws.bigboxes#Bytes"));
    }

    [Test]
    public void Input_gets_the_name_of_its_element() =>
        Assert.That(Text(Shape("PutBoxRequest")["traits"]), Is.EqualTo("""{"smithy.api#input":{},"smithy.api#xmlName":"PutBoxMessage"}"""));

    [Test]
    public void Shapes_that_nothing_uses_are_left_out() => Assert.That(_converted.Root["shapes"]!["com.amazonaws.bigboxes#Forgotten"], Is.Null);

    [TestCase("\"rest-xml\"", "\"json\"", "(6,17): error only rest-xml services are supported; this one speaks json")]
    [TestCase("\"shape\": \"Tick\"", "\"shape\": \"Tock\"", "(69,91): error unknown shape Tock")]
    [TestCase("\"type\": \"blob\"", "\"type\": \"blub\"", "error shape Bytes has the unsupported type 'blub'")]
    [TestCase("\"location\": \"statusCode\"", "\"location\": \"moon\"", "error unknown location 'moon' of the member Status")]
    [TestCase("iso8601", "stardate", "error unknown timestamp format 'stardate'")]
    public void What_cannot_be_converted_is_a_fault_with_its_place(string find, string replace, string expected)
    {
        byte[] text = System.Text.Encoding.UTF8.GetBytes(File.ReadAllText(Run.Data("service-2.json")).Replace(find, replace, StringComparison.Ordinal));
        ModelException? thrown = Assert.Throws<ModelException>(() => PublishedModel.Read(ModelDocument.Parse(ModelText.Of("c2j.json", text)), TextWriter.Null));
        Assert.That(thrown!.Message, Does.StartWith("c2j.json(").And.EndsWith(expected));
    }

    private JsonObject Shape(string name) => (JsonObject)_converted.Root["shapes"]![$"com.amazonaws.bigboxes#{name}"]!;

    private static string Text(JsonNode? node) => System.Text.RegularExpressions.Regex.Unescape(node!.ToJsonString());
}
