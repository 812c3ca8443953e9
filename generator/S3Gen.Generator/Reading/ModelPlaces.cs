using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>Where shapes, members and traits stand: in the model, or in the overlay that applied the trait last.</summary>
internal sealed class ModelPlaces(JsonTree model, EquatableArray<JsonTree> overlays)
{
    public (string Path, SourcePosition Position) Of(Shape shape, Member? member) =>
        (model.Path, model.PositionOf(PathOf(shape, member)));

    public (string Path, SourcePosition Position) OfTrait(Shape shape, Member? member, string trait)
    {
        string applied = member is null ? shape.Id : $"{shape.Id}${member.Name}";
        string[] statement = ["shapes", applied, "traits", trait];
        foreach (JsonTree overlay in overlays.Reverse())
        {
            if (overlay.Has(statement))
            {
                return (overlay.Path, overlay.PositionOf(statement));
            }
        }

        string[] own = [.. PathOf(shape, member), "traits", trait];
        return (model.Path, model.PositionOf(model.Has(own) || !model.Has(statement) ? own : statement));
    }

    private static string[] PathOf(Shape shape, Member? member) =>
        member is null ? ["shapes", shape.Id]
        : shape.Type is ShapeType.List or ShapeType.Map ? ["shapes", shape.Id, member.Name]
        : ["shapes", shape.Id, "members", member.Name];
}
