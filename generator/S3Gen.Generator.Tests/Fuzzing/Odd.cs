using System.Text.Json.Nodes;
using CsCheck;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Fuzzing;

/// <summary>Values that nobody expects where they stand.</summary>
internal static class Odd
{
    private const string Hostile = "\"*/ \\\" \\\\ {x\\u2028\"";

    public static readonly string[] Json =
    [
        "null", "true", "false", "0", "-1", "1e999", "123456789012345678901234567890", "\"\"", "\"x\"", "\"class\"", "\"zoo#Animal\"", "\"zoo#Kind\"", "\"smithy.api#Unit\"",
        "[]", "{}", "[[]]", "[null]", "[\"x\"]", "{\"\":{}}", "{\"name\":\"class\"}", "{\"name\":5}", "{\"target\":\"zoo#Gone\"}", "{\"target\":5}",
        "{\"x y\":{\"acceptors\":[{\"state\":\"success\",\"matcher\":{\"success\":true}}]}}", "{\"uri\":\"\\\"\\u0000\\n<&\"}", "\"a\\r\\nb: c\"", "\"*/ \\\" \\\\ {x\"", "\"\\u2028\\u0085\"",
        "{\"inputToken\":\"Kind\",\"outputToken\":\"Kind\"}", "{\"method\":\"GET\",\"uri\":\"/{a}\"}", "{\"min\":9,\"max\":-9}",
    ];

    /// <summary>A few values in the short run, one of each kind in CI, all of them for who looks for faults.</summary>
    public static string[] Some => Survival.Cases(1) > 1 ? Json : FullRun.IsOn ? ["null", "5", "\"\"", "\"x\"", "[null]", "{}", Hostile] : ["5", Hostile];

    /// <summary>For places of which there are many.</summary>
    public static string[] Few => Survival.Cases(1) > 1 ? Json : FullRun.IsOn ? ["5", Hostile] : [Hostile];

    /// <summary>Names of members, shapes and operations.</summary>
    public static readonly string[] Names =
    [
        "", "class", "Class", "event", "_", "__", "_1", "1a", "a b", "a-b", "é", "名", "\u0000", "Task", "String", "Stream", "Request", "Xml", "Object", "Exception", "Value", "FromString",
        "GetHashCode", "ToString", "StatusCode", "Dispose", "request", "reader", "name", "System", "global", "Beast", "Kind", "Animal", "ZooClient", "ZooService", "ZooException", "Unknown",
        "UnknownMember", "Message", "NextPage", "MemberwiseClone", "a", "A", "Feed", "FeedRequest", "FeedOperation", "Dog", "Zoo", "Consumer", "S3Gen",
    ];

    /// <summary>One of some values.</summary>
    public static Gen<string> Any(string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    public static JsonNode? Value(int index) => JsonNode.Parse(Json[index]);
}
