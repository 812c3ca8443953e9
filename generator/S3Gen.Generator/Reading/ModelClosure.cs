using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>Finds the shapes that the chosen operations reach; a target that is missing is a diagnostic at the place that names it.</summary>
internal sealed class ModelClosure(Dictionary<string, Shape> shapes, JsonTree tree, DiagnosticBag diagnostics)
{
    private readonly ShapeIndex _index = new(shapes.Values);
    private readonly SortedDictionary<string, Shape> _reached = new(StringComparer.Ordinal);
    private readonly Stack<Shape> _open = new();

    public EquatableArray<Shape> Reach(Shape service)
    {
        foreach (string operation in service.Operations)
        {
            Visit(operation, service, null);
        }

        while (_open.Count > 0)
        {
            Shape shape = _open.Pop();
            foreach (string target in new[] { shape.Input, shape.Output }.Concat(shape.Errors).OfType<string>())
            {
                Visit(target, shape, null);
            }

            foreach (Member member in shape.Members)
            {
                Visit(member.Target, shape, member);
            }
        }

        return _reached.Values.ToEquatableArray();
    }

    private void Visit(string target, Shape from, Member? member)
    {
        if (_reached.ContainsKey(target))
        {
            return;
        }

        if (_index.Find(target) is not { } shape)
        {
            SourcePosition position = member is null
                ? TargetPlaces.OfReference(tree, from, target)
                : new ModelPlaces(tree, default).Of(from, member).Position;
            diagnostics.Add(DiagnosticCatalog.UnresolvedTarget, tree.Path, position, member is null ? from.Id : $"{from.Id}${member.Name}", target);
            return;
        }

        // A case or member of no content is a type like any other; an enum's values name Unit and mean nothing by it.
        bool isContent = target == ShapeIndex.Unit && member is not null && from.Type is not (ShapeType.Enum or ShapeType.IntEnum);
        if (isContent || shapes.ContainsKey(target))
        {
            _reached.Add(target, shape);
            _open.Push(shape);
        }
    }
}
