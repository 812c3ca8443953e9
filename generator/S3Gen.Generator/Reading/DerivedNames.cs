using S3Gen.Generator.Binding;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>
/// Keeps the names of shapes apart from those that follow from operations and the client, e.g. a structure <c>GetThingRequest</c>
/// beside the operation <c>GetThing</c>: such a shape takes the suffix <c>Shape</c>, as if the overlay had renamed it.
/// </summary>
internal static class DerivedNames
{
    public static ServiceModel Avoid(ServiceModel model)
    {
        ShapeIndex shapes = new(model.Shapes);
        UsageAnalysis usage = new(model, shapes);
        HashSet<string> derived = [.. OfClient(BindingContext.TargetOf(model))];
        foreach (string id in model.Service.Operations)
        {
            string name = ShapeId.NameOf(id);
            derived.UnionWith([name + "Request", name + "Response", name + "Operation"]);
        }

        Shape[] types = [.. model.Shapes.Where(shape => HasType(shape, usage))];
        derived.UnionWith(types.Where(HasCodec).Select(shape => BindingContext.TypeName(shape) + "Xml"));
        HashSet<string> clashing = [.. types.Where(shape => derived.Contains(NameOf(shape))).Select(shape => shape.Id)];
        return clashing.Count == 0
            ? model
            : model with { Shapes = model.Shapes.Select(shape => clashing.Contains(shape.Id) ? Rename(shape) : shape).ToEquatableArray() };
    }

    private static IEnumerable<string> OfClient(TargetBinding target) =>
    [
        target.ClientName, "I" + target.ClientName, target.ClientName + "Options", target.ClientName + "Extensions",
        target.ServicePrefix + "Exception", target.ServicePrefix + "Service",
    ];

    private static bool HasType(Shape shape, UsageAnalysis usage) =>
        shape.Type is ShapeType.Enum or ShapeType.IntEnum || shape.Traits.Has(TraitIds.Error) || (HasCodec(shape) && usage.IsMemberTarget(shape));

    private static bool HasCodec(Shape shape) => shape.Type is ShapeType.Structure or ShapeType.Union;

    private static string NameOf(Shape shape) => shape.Traits.Has(TraitIds.Error) ? BindingContext.ExceptionName(shape) : BindingContext.TypeName(shape);

    private static Shape Rename(Shape shape) => shape with { Traits = shape.Traits.With(ServiceScope.RenameTo(BindingContext.TypeName(shape) + "Shape")) };
}
