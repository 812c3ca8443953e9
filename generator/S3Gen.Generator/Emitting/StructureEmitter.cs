using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Views;

namespace S3Gen.Generator.Emitting;

/// <summary>Structures: the class, and the static class that writes and reads it.</summary>
internal static class StructureEmitter
{
    public static string Emit(StructureBinding structure) =>
        TemplateRenderer.Render(new StructureView(structure) { Codec = XmlCodecEmitter.Emit(structure) });
}
