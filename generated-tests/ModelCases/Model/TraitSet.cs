using System.Text.Json;

namespace S3Gen.ModelCases.Model;

/// <summary>Traits of a shape or a member, by absolute id.</summary>
public sealed class TraitSet
{
    private readonly Dictionary<string, JsonElement> _traits = new(StringComparer.Ordinal);

    public JsonElement? this[string id] => _traits.TryGetValue(id, out JsonElement value) ? value : null;

    public bool Has(string id) => _traits.ContainsKey(id);

    /// <summary>The text of a trait whose value is a string.</summary>
    public string? Text(string id) => this[id] is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A field of a trait whose value is an object.</summary>
    public JsonElement? Field(string id, string field) =>
        this[id] is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(field, out JsonElement found) ? found : null;

    /// <summary>Adds the traits of an AST node; those that are there already give way, as an overlay wants it.</summary>
    internal void Add(JsonElement node)
    {
        if (node.TryGetProperty("traits", out JsonElement traits))
        {
            foreach (JsonProperty trait in traits.EnumerateObject())
            {
                _traits[trait.Name] = trait.Value;
            }
        }
    }
}
