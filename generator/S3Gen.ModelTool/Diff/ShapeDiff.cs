using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Diff;

/// <summary>Shapes other than operations: come, gone, of another type, or with other members or traits.</summary>
internal static class ShapeDiff
{
    public static IEnumerable<Change> Compare(string id, ModelSide before, ModelSide after)
    {
        JsonObject? older = before.Shape(id);
        JsonObject? newer = after.Shape(id);
        if (older is null)
        {
            return [Change.Added(Subject(id, newer!))];
        }

        // Only these are C# types; the rest shows where members use it.
        if (newer is null)
        {
            return [Change.Removed(Subject(id, older), isBreaking: Ast.Type(older) is "structure" or "union" or "enum")];
        }

        string? was = Ast.Type(older);
        string? now = Ast.Type(newer);
        return was != now
            ? [Change.Changed(Subject(id, newer), $"type {was} → {now}", isBreaking: true)]
            : [.. TraitDiff.Compare(Subject(id, newer), older, newer, after.IsSent(id)), .. MemberDiff.Compare(id, before, after)];
    }

    private static string Subject(string id, JsonObject shape) => $"{Ast.Type(shape)} {Ast.LocalName(id)}";
}
