using System.Collections.Immutable;
using S3Gen.Generator.Binding;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;
using S3Gen.Generator.Reading.Checks;

namespace S3Gen.Generator.Reading;

/// <summary>Refuses a model that generates a type of another model of the same project.</summary>
internal static class DuplicateClients
{
    public static IEnumerable<ModelReadResult> Refuse(ImmutableArray<ModelReadResult> results)
    {
        Dictionary<string, string> types = new(StringComparer.OrdinalIgnoreCase);
        foreach (ModelReadResult result in results)
        {
            // One model has nothing to collide with, and its names were checked as it was read.
            if (result.Model is not { } model || results.Length == 1)
            {
                yield return result;
                continue;
            }

            List<string> names = [.. NamesOf(model).Distinct(StringComparer.OrdinalIgnoreCase)];
            if (names.Find(types.ContainsKey) is { } taken)
            {
                DiagnosticInfo refusal = new(
                    DiagnosticCatalog.DuplicateClient.Id, result.Path, default, new[] { types[taken], result.Path, taken }.ToEquatableArray());
                yield return result with { Model = null, Diagnostics = result.Diagnostics.Append(refusal).ToEquatableArray() };
                continue;
            }

            names.ForEach(name => types.Add(name, result.Path));
            yield return result;
        }
    }

    private static IEnumerable<string> NamesOf(ServiceModel model)
    {
        ShapeIndex shapes = new(model.Shapes);
        return TypeName.AllOf(model, shapes, new UsageAnalysis(model, shapes)).Select(type => $"{model.Settings.Namespace}.{type.Name}");
    }
}
