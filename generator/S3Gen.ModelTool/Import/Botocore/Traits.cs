using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Import.Botocore;

/// <summary>Traits of one shape or member, written in the order of their names.</summary>
internal sealed class Traits
{
    private readonly SortedDictionary<string, JsonNode> _values = new(StringComparer.Ordinal);

    /// <summary>Adds the trait; null adds nothing.</summary>
    public void Add(string name, JsonNode? value)
    {
        if (value is not null)
        {
            _values[name] = value;
        }
    }

    public void AddIf(bool condition, string name)
    {
        if (condition)
        {
            _values[name] = new JsonObject();
        }
    }

    public JsonObject On(JsonObject owner)
    {
        if (_values.Count > 0)
        {
            owner["traits"] = new JsonObject(_values.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value)));
        }

        return owner;
    }
}
