namespace S3Gen.ModelTool.Diff;

/// <summary>The changes as a reviewer reads them: what breaks first, then the rest, then the sums.</summary>
internal static class DiffReport
{
    public static void Write(IReadOnlyList<Change> changes, TextWriter output)
    {
        if (changes.Count == 0)
        {
            output.WriteLine("no change of the API");
            return;
        }

        WriteGroup("breaking", [.. changes.Where(c => c.IsBreaking)], output);
        WriteGroup("compatible", [.. changes.Where(c => !c.IsBreaking)], output);
        int Count(ChangeKind kind) => changes.Count(c => c.Kind == kind);
        int breaking = changes.Count(c => c.IsBreaking);
        output.WriteLine($"{Count(ChangeKind.Added)} added, {Count(ChangeKind.Removed)} removed, {Count(ChangeKind.Changed)} changed; "
            + $"{(breaking == 0 ? "none" : breaking)} breaking");
    }

    private static void WriteGroup(string title, IReadOnlyList<Change> changes, TextWriter output)
    {
        if (changes.Count == 0)
        {
            return;
        }

        output.WriteLine($"{title}:");
        foreach (Change change in changes)
        {
            output.WriteLine($"  {change}");
        }

        output.WriteLine();
    }
}
