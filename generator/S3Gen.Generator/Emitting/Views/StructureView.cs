using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Views;

/// <summary>A structure as its template prints it.</summary>
internal sealed class StructureView(StructureBinding structure) : ITemplateView
{
    string ITemplateView.Template => "structure";

    public IReadOnlyList<string> Docs => XmlDoc.Summary(structure.Documentation ?? $"Structure {structure.TypeName}.");

    public string Accessibility => structure.Target.Accessibility;

    public string TypeName => structure.TypeName;

    public IReadOnlyList<PropertyView> Properties => PropertyView.Of(structure.Members, structure.Usage);

    /// <summary>Methods that write and read the structure.</summary>
    public required string Codec { get; init; }
}
