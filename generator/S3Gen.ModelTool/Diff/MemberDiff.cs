using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Diff;

/// <summary>Members of one shape, enum values among them.</summary>
internal static class MemberDiff
{
    public static IEnumerable<Change> Compare(string id, ModelSide before, ModelSide after)
    {
        List<(string Name, string Pointer, JsonObject Member)> older = [.. Ast.Members(before.Shape(id)!)];
        List<(string Name, string Pointer, JsonObject Member)> newer = [.. Ast.Members(after.Shape(id)!)];
        string owner = Ast.LocalName(id);
        bool isEnum = Ast.Type(after.Shape(id)!) == "enum";
        foreach ((string name, _, _) in older.ExceptBy(newer.Select(m => m.Name), m => m.Name))
        {
            yield return Change.Removed(Subject(owner, name, isEnum));
        }

        foreach ((string name, _, JsonObject member) in newer.ExceptBy(older.Select(m => m.Name), m => m.Name))
        {
            bool isAsked = after.IsSent(id) && Ast.Has(member, "smithy.api#required");
            yield return Change.Added(Subject(owner, name, isEnum), isAsked, isAsked ? "callers have to give it" : null);
        }

        foreach ((string name, _, JsonObject was) in older)
        {
            JsonObject? now = newer.FirstOrDefault(m => m.Name == name).Member;
            foreach (Change change in now is null ? [] : Compare(id, Subject(owner, name, isEnum), was, now, before, after))
            {
                yield return change;
            }
        }

        IEnumerable<string> kept = older.Select(m => m.Name).Intersect(newer.Select(m => m.Name));
        IEnumerable<string> keptNow = newer.Select(m => m.Name).Intersect(older.Select(m => m.Name));
        if (!isEnum && !kept.SequenceEqual(keptNow))
        {
            yield return Change.Changed(owner, "order of members");
        }
    }

    private static IEnumerable<Change> Compare(string id, string subject, JsonObject was, JsonObject now, ModelSide before, ModelSide after)
    {
        string? oldTarget = Ast.Target(was);
        string? newTarget = Ast.Target(now);
        if (oldTarget != newTarget && oldTarget is not null && newTarget is not null)
        {
            bool isOther = before.CSharpType(oldTarget) != after.CSharpType(newTarget);
            string detail = isOther
                ? $"{before.CSharpType(oldTarget)} → {after.CSharpType(newTarget)}"
                : $"target {Ast.LocalName(oldTarget)} → {Ast.LocalName(newTarget)}";
            yield return Change.Changed(subject, detail, isOther);
        }

        foreach (Change change in TraitDiff.Compare(subject, was, now, after.IsSent(id)))
        {
            yield return change;
        }
    }

    private static string Subject(string owner, string name, bool isEnum) =>
        isEnum ? $"enum value {owner}.{name}" : $"member {owner}.{name}";
}
