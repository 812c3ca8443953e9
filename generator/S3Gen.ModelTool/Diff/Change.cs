namespace S3Gen.ModelTool.Diff;

internal enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One difference of the API; breaking when code that called the old one may no longer compile or may be refused.</summary>
internal sealed record Change(ChangeKind Kind, bool IsBreaking, string Subject, string? Detail = null)
{
    public static Change Added(string subject, bool isBreaking = false, string? detail = null) =>
        new(ChangeKind.Added, isBreaking, subject, detail);

    public static Change Removed(string subject, bool isBreaking = true) => new(ChangeKind.Removed, isBreaking, subject);

    public static Change Changed(string subject, string detail, bool isBreaking = false) =>
        new(ChangeKind.Changed, isBreaking, subject, detail);

    public override string ToString()
    {
        char sign = Kind switch { ChangeKind.Added => '+', ChangeKind.Removed => '-', _ => '~' };
        return Detail is null ? $"{sign} {Subject}" : $"{sign} {Subject}: {Detail}";
    }
}
