using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Views;

namespace S3Gen.Generator.Emitting;

/// <summary>Unions: a class of which exactly one property is set, open to members that the model does not know yet.</summary>
internal static class UnionEmitter
{
    public static string Emit(StructureBinding union)
    {
        // A case that is not set is null, also where it is a collection.
        StructureBinding cases = union with { Usage = StructureUsage.Input };
        return TemplateRenderer.Render(new UnionView(cases) { Codec = union.IsEventStream ? EventStreamEmitter.Emit(cases) : XmlCodecEmitter.Emit(cases) });
    }
}
