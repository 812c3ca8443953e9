using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>Unions: a class of which exactly one property is set, open to members that the model does not know yet.</summary>
internal static class UnionEmitter
{
    public static string Emit(StructureBinding union) => TemplateRenderer.Render("union", new
    {
        Docs = XmlDoc.Summary(union.Documentation ?? $"Union {union.TypeName}."),
        union.Target.Accessibility,
        union.TypeName,
        Properties = StructureEmitter.Properties(union with { Usage = StructureUsage.Input }),
        CodecSuffix = union.IsEventStream ? "Events" : "Xml",
        Codec = union.IsEventStream ? EventStreamEmitter.Emit(union) : XmlCodecEmitter.Emit(union with { Usage = StructureUsage.Input }),
    });
}
