using System.Globalization;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>Where shapes other than members refer to another shape: input, output, and the lists of errors, operations and resources.</summary>
internal static class TargetPlaces
{
    private static readonly string[] Lists = ["errors", "operations", "collectionOperations", "resources"];
    private static readonly string[] Single = ["input", "output", "create", "put", "read", "update", "delete", "list"];

    /// <summary>The first reference to <paramref name="target"/> in the shape, or in a resource for an operation that a service has from one.</summary>
    public static SourcePosition OfReference(JsonTree tree, Shape from, string target)
    {
        Node? shapes = tree.Root?["shapes"];
        IEnumerable<string> owners = from.Type == ShapeType.Service && shapes is ObjectNode all
            ? new[] { from.Id }.Concat(all.Properties.Where(shape => shape.Value["type"]?.AsString() == "resource").Select(shape => shape.Name))
            : [from.Id];
        foreach (string owner in owners)
        {
            if (PathOf(shapes?[owner], target) is { } path)
            {
                return tree.PositionOf(["shapes", owner, .. path]);
            }
        }

        return tree.PositionOf("shapes", from.Id);
    }

    private static string[]? PathOf(Node? owner, string target)
    {
        foreach (string name in Single)
        {
            if (owner?[name]?["target"]?.AsString() == target)
            {
                return [name, "target"];
            }
        }

        foreach (string name in Lists)
        {
            Node[] items = owner?[name] is ArrayNode list ? [.. list.Items] : [];
            int index = Array.FindIndex(items, item => item["target"]?.AsString() == target);
            if (index >= 0)
            {
                return [name, index.ToString(CultureInfo.InvariantCulture), "target"];
            }
        }

        return null;
    }
}
