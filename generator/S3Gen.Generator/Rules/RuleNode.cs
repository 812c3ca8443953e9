using System.Globalization;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Rules;

/// <summary>A value of the rules' JSON and the way to it, so that a fault can be shown at its place.</summary>
internal sealed class RuleNode(Node? value, RuleNode? parent, string segment)
{
    public Node? Value => value;

    public bool IsThere => value is not null and not NullNode;

    public string? Text => value?.AsString();

    /// <summary>Names and indexes from the top of the document.</summary>
    public IEnumerable<string> Path => parent is null ? [segment] : parent.Path.Append(segment);

    public RuleNode this[string name] => new(value?[name], this, name);

    public IReadOnlyList<RuleNode> Items =>
        value is ArrayNode array ? [.. array.Items.Select((item, i) => new RuleNode(item, this, i.ToString(CultureInfo.InvariantCulture)))] : [];

    public IReadOnlyList<RuleNode> Properties =>
        value is ObjectNode node ? [.. node.Properties.Select(property => new RuleNode(property.Value, this, property.Name))] : [];

    public string Name => segment;

    /// <summary>The top of the rules that a trait of a service holds.</summary>
    public static RuleNode OfTrait(Shape service, string trait) =>
        new(service.Traits[trait], new RuleNode(null, new RuleNode(null, new RuleNode(null, null, "shapes"), service.Id), "traits"), trait);
}
