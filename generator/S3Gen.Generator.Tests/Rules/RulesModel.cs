using System.Buffers.Binary;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Rules;

/// <summary>The model of a small service with endpoint rules.</summary>
internal static class RulesModel
{
    private const string Protocol = "\"aws.protocols#restXml\": {},";

    /// <summary>The model with a tree of rules.</summary>
    public static string WithTree(string parameters, string rules) =>
        With("smithy.rules#endpointRuleSet", $"{{ \"version\": \"1.0\", \"parameters\": {parameters}, \"rules\": {rules} }}");

    /// <summary>The model with a decision diagram of nodes <c>[condition, high, low]</c>; the first, which nobody refers to, is added.</summary>
    public static string WithDiagram(string parameters, string conditions, string results, int root, params int[][] nodes) =>
        With("smithy.rules#endpointBdd", $$"""
            { "version": "1.1", "parameters": {{parameters}}, "conditions": {{conditions}}, "results": {{results}},
              "root": {{root}}, "nodeCount": {{nodes.Length + 1}}, "nodes": "{{Encode([[-1, 1, -1], .. nodes])}}" }
            """);

    /// <summary>A tree of rules in which one endpoint is made of a template.</summary>
    public static string WithUrl(string url, string conditions = "[]") => WithTree(
        """{ "Name": { "type": "string" }, "Flag": { "type": "boolean" }, "Names": { "type": "stringArray" } }""",
        $$"""[{ "type": "endpoint", "conditions": {{conditions}}, "endpoint": { "url": {{url}} } }, { "type": "error", "conditions": [], "error": "none" }]""");

    public static string With(string trait, string value) =>
        Models.Shelf.Replace(Protocol, $"{Protocol}\n        \"{trait}\": {value},", StringComparison.Ordinal);

    private static string Encode(int[][] nodes)
    {
        byte[] bytes = new byte[nodes.Length * 12];
        for (int i = 0; i < bytes.Length / 4; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * 4), nodes[i / 3][i % 3]);
        }

        return Convert.ToBase64String(bytes);
    }
}
