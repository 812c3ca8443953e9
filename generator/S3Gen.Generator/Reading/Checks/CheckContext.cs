using Microsoft.CodeAnalysis;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>What every check needs: the model, and a way to say what is wrong at the place where it is.</summary>
internal sealed class CheckContext(ServiceModel model, ModelPlaces places, DiagnosticBag diagnostics)
{
    public ServiceModel Model { get; } = model;

    public ShapeIndex Shapes { get; } = new(model.Shapes);

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>Reports a fault at a shape or a member of it; <paramref name="trait"/> narrows the place to a trait, where it stands in a file.</summary>
    public void Report(DiagnosticDescriptor descriptor, Shape shape, Member? member, string? trait, params string[] arguments)
    {
        (string path, SourcePosition position) = trait is null ? places.Of(shape, member) : places.OfTrait(shape, member, trait);
        Diagnostics.Add(descriptor, path, position, arguments);
    }

    public void Malformed(Shape shape, Member? member, string? trait, string reason) =>
        Report(DiagnosticCatalog.MalformedShape, shape, member, trait, NameOf(shape, member), reason);

    public void InvalidBinding(Shape shape, Member? member, string? trait, string reason) =>
        Report(DiagnosticCatalog.InvalidBinding, shape, member, trait, NameOf(shape, member), reason);

    public void Unsupported(Shape shape, Member? member, string? trait, string what) =>
        Report(DiagnosticCatalog.UnsupportedFeature, shape, member, trait, NameOf(shape, member), what);

    public static string NameOf(Shape shape, Member? member) => member is null ? shape.Id : $"{shape.Id}${member.Name}";
}
