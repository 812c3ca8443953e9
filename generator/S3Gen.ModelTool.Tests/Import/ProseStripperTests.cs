using System.Text.Json.Nodes;
using S3Gen.ModelTool.Import;

namespace S3Gen.ModelTool.Tests.Import;

public class ProseStripperTests
{
    [Test]
    public void Strip_takes_prose_and_test_cases_and_nothing_else()
    {
        JsonObject model = Parse("""
            {"smithy": "2.0", "shapes": {
              "test#S": {"type": "structure", "traits": {"smithy.api#documentation": "<p>", "smithy.api#sensitive": {}}, "members": {
                "documentation": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "<p>"}}}},
              "test#L": {"type": "list", "member": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "<p>"}}},
              "test#V": {"type": "service", "version": "1", "traits": {
                "smithy.api#examples": [], "smithy.api#externalDocumentation": {}, "smithy.rules#endpointTests": {},
                "smithy.rules#endpointRuleSet": {"rules": [{"documentation": "prose", "type": "tree"}], "parameters": {"documentation": {"type": "string"}}}}}
            }}
            """);
        ProseStripper.Strip(model);
        JsonObject expected = Parse("""
            {"smithy": "2.0", "shapes": {
              "test#S": {"type": "structure", "traits": {"smithy.api#sensitive": {}}, "members": {
                "documentation": {"target": "smithy.api#String"}}},
              "test#L": {"type": "list", "member": {"target": "smithy.api#String"}},
              "test#V": {"type": "service", "version": "1", "traits": {
                "smithy.rules#endpointRuleSet": {"rules": [{"type": "tree"}], "parameters": {"documentation": {"type": "string"}}}}}
            }}
            """);
        Assert.That(model.ToJsonString(), Is.EqualTo(expected.ToJsonString()));
    }

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}
