using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>What a service says for all that belongs to it: errors that every operation may end with, and other names for shapes.</summary>
/// <seealso href="https://smithy.io/2.0/spec/service-types.html#service"/>
internal static class ServiceScope
{
    public static void Apply(Dictionary<string, Shape> shapes, Shape service)
    {
        foreach (string id in service.Operations)
        {
            if (shapes.TryGetValue(id, out Shape? operation) && operation.Type == ShapeType.Operation && service.Errors.Count > 0)
            {
                shapes[id] = operation with { Errors = operation.Errors.Union(service.Errors).ToEquatableArray() };
            }
        }

        foreach (NodeProperty rename in service.Renames)
        {
            // The overlay's word comes after the model's.
            if (shapes.TryGetValue(rename.Name, out Shape? shape) && rename.Value.AsString() is { } name && !shape.Traits.Has(TraitIds.Rename))
            {
                shapes[rename.Name] = shape with { Traits = shape.Traits.With(RenameTo(name)) };
            }
        }
    }

    /// <summary>The trait with which an overlay gives a shape's type another name.</summary>
    public static TraitSet RenameTo(string name)
    {
        NodeProperty[] value = [new("name", new StringNode(name))];
        NodeProperty[] traits = [new(TraitIds.Rename, new ObjectNode(value.ToEquatableArray()))];
        return new TraitSet(traits.ToEquatableArray());
    }
}
