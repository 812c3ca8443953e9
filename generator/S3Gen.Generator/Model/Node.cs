namespace S3Gen.Generator.Model;

/// <summary>A value of a trait: JSON's data model without its syntax. Equality is structural.</summary>
internal abstract record Node
{
    public string? AsString() => (this as StringNode)?.Value;

    public bool IsTrue => this is BooleanNode { Value: true };

    /// <summary>The member of an object, or null where this is no object or lacks it.</summary>
    public Node? this[string name]
    {
        get
        {
            if (this is ObjectNode node)
            {
                foreach (NodeProperty property in node.Properties)
                {
                    if (property.Name == name)
                    {
                        return property.Value;
                    }
                }
            }

            return null;
        }
    }

    /// <summary>The strings of an array; other elements and other nodes have none.</summary>
    public EquatableArray<string> Strings() =>
        this is ArrayNode array ? array.Items.OfType<StringNode>().Select(item => item.Value).ToEquatableArray() : default;
}

internal sealed record NullNode : Node
{
    public static readonly NullNode Instance = new();
}

internal sealed record BooleanNode(bool Value) : Node;

/// <summary>A number as the model spells it: its text is kept, so that no digit is lost.</summary>
internal sealed record NumberNode(string Text) : Node;

internal sealed record StringNode(string Value) : Node;

internal sealed record ArrayNode(EquatableArray<Node> Items) : Node;

internal sealed record ObjectNode(EquatableArray<NodeProperty> Properties) : Node;

internal sealed record NodeProperty(string Name, Node Value);
