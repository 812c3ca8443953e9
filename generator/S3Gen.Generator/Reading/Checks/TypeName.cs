using S3Gen.Generator.Binding;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>The name of a type that a model generates, and the shape that it comes from.</summary>
internal readonly record struct TypeName(string Name, Shape Shape)
{
    public static IEnumerable<TypeName> AllOf(ServiceModel model, ShapeIndex shapes, UsageAnalysis usage)
    {
        // A double is all that its model generates there.
        if (model.Settings.Emit == "mock")
        {
            yield return new TypeName(MockBinding.NameOf(BindingContext.TargetOf(model)), model.Service);
            yield break;
        }

        foreach (string name in NamesOfClient(BindingContext.TargetOf(model)))
        {
            yield return new TypeName(name, model.Service);
        }

        foreach (Shape operation in model.Service.Operations.Select(id => shapes[id]))
        {
            yield return new TypeName(operation.Name + "Request", operation);
            yield return new TypeName(operation.Name + "Response", operation);
            yield return new TypeName(operation.Name + "Operation", operation);
        }

        foreach (Shape shape in model.Shapes)
        {
            foreach (string name in NamesOf(shape, usage))
            {
                yield return new TypeName(name, shape);
            }
        }
    }

    private static IEnumerable<string> NamesOfClient(TargetBinding target) =>
    [
        target.ClientName, "I" + target.ClientName, target.ClientName + "Options", target.ClientName + "Extensions",
        target.ServicePrefix + "Exception", target.ServicePrefix + "Service",
    ];

    private static IEnumerable<string> NamesOf(Shape shape, UsageAnalysis usage)
    {
        string name = BindingContext.TypeName(shape);
        if (shape.Type is ShapeType.Enum or ShapeType.IntEnum)
        {
            return [name];
        }

        if (shape.Traits.Has(TraitIds.Error))
        {
            return [BindingContext.ExceptionName(shape)];
        }

        return shape.Type is ShapeType.Structure or ShapeType.Union && usage.IsMemberTarget(shape) ? [name, name + "Xml", name + "Events"] : [];
    }
}
