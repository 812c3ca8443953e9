using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Tests;

/// <summary>A small sound model, and ways to change it.</summary>
internal static class Models
{
    public static JsonObject Small() => (JsonObject)JsonNode.Parse(File.ReadAllBytes(Run.Data("small.json")))!;

    public static JsonObject Small(Action<JsonObject> change)
    {
        JsonObject model = Small();
        change((JsonObject)model["shapes"]!);
        return model;
    }

    public static JsonObject Members(this JsonObject shapes, string shape) => (JsonObject)shapes[$"test#{shape}"]!["members"]!;

    public static JsonObject Traits(this JsonObject shapes, string shape)
    {
        JsonObject found = (JsonObject)shapes[$"test#{shape}"]!;
        return (JsonObject)(found["traits"] ??= new JsonObject());
    }

    public static JsonObject Member(string target, params string[] traits) => new()
    {
        ["target"] = target,
        ["traits"] = new JsonObject(traits.Select(t => KeyValuePair.Create(t, (JsonNode?)new JsonObject()))),
    };
}
