using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Diff;

/// <summary>Operations that came, went, or changed their messages, errors or traits.</summary>
internal static class OperationDiff
{
    public static IEnumerable<Change> Compare(ModelSide before, ModelSide after)
    {
        foreach (string id in before.Operations.Union(after.Operations).Order(StringComparer.Ordinal))
        {
            string subject = $"operation {Ast.LocalName(id)}";
            if (!after.Operations.Contains(id))
            {
                yield return Change.Removed(subject);
            }
            else if (!before.Operations.Contains(id))
            {
                yield return Change.Added(subject);
            }
            else
            {
                foreach (Change change in Compare(subject, before.Shape(id)!, after.Shape(id)!))
                {
                    yield return change;
                }
            }
        }
    }

    private static IEnumerable<Change> Compare(string subject, JsonObject older, JsonObject newer)
    {
        foreach (string place in (string[])["input", "output"])
        {
            string was = Ast.LocalName(Ast.Target(older[place]) ?? Ast.Unit);
            string now = Ast.LocalName(Ast.Target(newer[place]) ?? Ast.Unit);
            if (was != now)
            {
                yield return Change.Changed(subject, $"{place} {was} → {now}", isBreaking: true);
            }
        }

        List<string> had = [.. Ast.Targets(older["errors"])];
        List<string> has = [.. Ast.Targets(newer["errors"])];
        foreach (string gone in had.Except(has))
        {
            yield return Change.Changed(subject, $"no longer gives the error {Ast.LocalName(gone)}", isBreaking: true);
        }

        foreach (string come in has.Except(had))
        {
            yield return Change.Changed(subject, $"gives the error {Ast.LocalName(come)}");
        }

        foreach (Change change in TraitDiff.Compare(subject, older, newer, isSent: false))
        {
            yield return change;
        }
    }
}
