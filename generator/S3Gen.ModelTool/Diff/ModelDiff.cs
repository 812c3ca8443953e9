using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;
using S3Gen.ModelTool.Import;

namespace S3Gen.ModelTool.Diff;

/// <summary>Compares two models, operations first, then the other shapes, by id. Prose and metadata are no part of the API.</summary>
internal static class ModelDiff
{
    public static IReadOnlyList<Change> Compare(JsonObject older, JsonObject newer)
    {
        ModelSide before = new(Stripped(older));
        ModelSide after = new(Stripped(newer));
        List<Change> changes = [.. OperationDiff.Compare(before, after)];
        foreach (string id in before.OtherShapes.Union(after.OtherShapes).Order(StringComparer.Ordinal))
        {
            changes.AddRange(ShapeDiff.Compare(id, before, after));
        }

        return changes;
    }

    private static JsonObject Stripped(JsonObject model)
    {
        JsonObject copy = (JsonObject)model.DeepClone();
        ProseStripper.Strip(copy);
        return copy;
    }
}
