using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Documents;

/// <summary>Reads the parts of a Smithy JSON AST, leniently: what is absent or of another kind is null or empty.</summary>
internal static class Ast
{
    public const string Unit = "smithy.api#Unit";

    public static IEnumerable<KeyValuePair<string, JsonObject>> Shapes(JsonObject model) => Objects(model["shapes"]);

    public static JsonObject? Shape(JsonObject model, string? id) =>
        id is not null && model["shapes"] is JsonObject all ? all[id] as JsonObject : null;

    public static string? Type(JsonObject shape) => Text(shape["type"]);

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static string? Target(JsonNode? reference) => Text((reference as JsonObject)?["target"]);

    public static JsonNode? Trait(JsonObject? shape, string name) => (shape?["traits"] as JsonObject)?[name];

    public static bool Has(JsonObject? shape, string trait) => (shape?["traits"] as JsonObject)?.ContainsKey(trait) == true;

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Traits(JsonObject shape) => shape["traits"] as JsonObject ?? [];

    /// <summary>Named members; and those of lists and maps under the names <c>member</c>, <c>key</c> and <c>value</c>.</summary>
    public static IEnumerable<(string Name, string Pointer, JsonObject Member)> Members(JsonObject shape)
    {
        foreach ((string name, JsonObject member) in Objects(shape["members"]))
        {
            yield return (name, $"/members/{name}", member);
        }

        foreach (string part in (string[])["member", "key", "value"])
        {
            if (shape[part] is JsonObject member)
            {
                yield return (part, $"/{part}", member);
            }
        }
    }

    public static IEnumerable<string> Targets(JsonNode? references) =>
        (references as JsonArray ?? []).Select(Target).OfType<string>();

    /// <summary>Ids of the operations that services and resources list.</summary>
    public static IEnumerable<string> Operations(JsonObject model) =>
        Shapes(model).Where(s => Type(s.Value) is "service" or "resource").SelectMany(s => OperationsOf(s.Value)).Distinct();

    public static string LocalName(string id) => id[(id.LastIndexOf('#') + 1)..];

    private static IEnumerable<string> OperationsOf(JsonObject shape)
    {
        string[] lifecycle = ["create", "put", "read", "update", "delete", "list"];
        return [.. Targets(shape["operations"]), .. Targets(shape["collectionOperations"]),
            .. lifecycle.Select(name => Target(shape[name])).OfType<string>()];
    }

    private static IEnumerable<KeyValuePair<string, JsonObject>> Objects(JsonNode? node)
    {
        foreach ((string name, JsonNode? value) in node as JsonObject ?? [])
        {
            if (value is JsonObject found)
            {
                yield return new(name, found);
            }
        }
    }
}
