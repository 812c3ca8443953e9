using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Views;

namespace S3Gen.Generator.Emitting;

/// <summary>Structures: the class, and the static class that writes and reads it.</summary>
internal static class StructureEmitter
{
    public static string Emit(StructureBinding structure) => TemplateRenderer.Render("structure", new
    {
        Docs = XmlDoc.Summary(structure.Documentation ?? $"Structure {structure.TypeName}."),
        structure.Target.Accessibility,
        structure.TypeName,
        Properties = Properties(structure),
        Codec = XmlCodecEmitter.Emit(structure),
    });

    public static IReadOnlyList<PropertyView> Properties(StructureBinding structure) =>
        [.. structure.Members.Select(member => PropertyView.Of(member, structure.Usage))];
}
