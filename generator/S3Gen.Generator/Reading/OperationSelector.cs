using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>Resolves a service's operations through its resources, and keeps those that the consumer's filter names.</summary>
internal static class OperationSelector
{
    public static Shape Select(Shape service, Dictionary<string, Shape> shapes, ModelSource source, DiagnosticBag diagnostics)
    {
        SortedSet<string> operations = new(StringComparer.Ordinal);
        Collect(service, shapes, operations, []);
        foreach (string pattern in source.Settings.Operations)
        {
            if (!operations.Any(id => Matches(pattern, ShapeId.NameOf(id))))
            {
                diagnostics.Add(DiagnosticCatalog.FilterMatchesNothing, source.Model.Path, source.Model.PositionOf("shapes", service.Id), pattern, service.Id);
            }
        }

        IEnumerable<string> selected = source.Settings.Operations.Count == 0
            ? operations
            : operations.Where(id => source.Settings.Operations.Any(pattern => Matches(pattern, ShapeId.NameOf(id))));
        return service with { Operations = selected.ToEquatableArray() };
    }

    private static void Collect(Shape parent, Dictionary<string, Shape> shapes, SortedSet<string> operations, HashSet<string> visited)
    {
        foreach (string id in parent.Operations)
        {
            if (shapes.TryGetValue(id, out Shape? child) && child.Type == ShapeType.Resource)
            {
                if (visited.Add(id))
                {
                    Collect(child, shapes, operations, visited);
                }
            }
            else
            {
                operations.Add(id);
            }
        }
    }

    private static bool Matches(string pattern, string name) =>
        pattern.EndsWith("*", StringComparison.Ordinal)
            ? name.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.Ordinal)
            : name == pattern;
}
