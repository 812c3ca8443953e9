using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Views;

/// <summary>A union as its template prints it.</summary>
internal sealed class UnionView(StructureBinding union) : ITemplateView
{
    string ITemplateView.Template => "union";

    public IReadOnlyList<string> Docs => XmlDoc.Summary(union.Documentation ?? $"Union {union.TypeName}.");

    public string Accessibility => union.Target.Accessibility;

    public string TypeName => union.TypeName;

    public IReadOnlyList<PropertyView> Properties => PropertyView.Of(union.Members, union.Usage);

    /// <summary>What the name of the class with the methods ends in.</summary>
    public string CodecSuffix => union.IsEventStream ? "Events" : "Xml";

    /// <summary>Methods that write and read the union, or open a stream of it.</summary>
    public required string Codec { get; init; }
}
