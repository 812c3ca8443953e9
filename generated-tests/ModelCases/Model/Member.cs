namespace S3Gen.ModelCases.Model;

/// <summary>A member of a structure or a union, of an enum, or the element of a list or a map.</summary>
public sealed class Member(ServiceModel model, string container, string name, string target)
{
    public string Name => name;

    public TraitSet Traits { get; } = new();

    public Shape Target => model[target];

    public bool IsRequired => Traits.Has(Model.Traits.Required);

    /// <summary>A blob whose bytes are the message's body and are never held whole.</summary>
    public bool IsStreamingBlob => Target.Type == ShapeType.Blob && (Target.Traits.Has(Model.Traits.Streaming) || Traits.Has(Model.Traits.Streaming));

    /// <summary>The name of its element in a document.</summary>
    public string XmlName => Traits.Text(Model.Traits.XmlName) ?? name;

    /// <summary>Whether the member or its target carries a trait.</summary>
    public bool Has(string trait) => Traits.Has(trait) || Target.Traits.Has(trait);

    /// <summary>The text of a trait of the member, or else of its target.</summary>
    public string? Text(string trait) => Traits.Text(trait) ?? Target.Traits.Text(trait);

    public override string ToString() => $"{container}${name}";
}
