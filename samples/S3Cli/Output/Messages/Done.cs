namespace S3Cli.Output.Messages;

/// <summary>An object or file was moved to where it should be, or would be.</summary>
internal sealed record Transferred(string Action, string Source, string Target, long? Bytes, bool IsDryRun) : Message
{
    public override bool IsNews => true;

    public override string ToLine(LineStyle style) => $"{DryRun.Label(IsDryRun)}{Action}: {Source} to {Target}";
}

/// <summary>An object, version or file was deleted, or would be.</summary>
internal sealed record Deleted(string Path, string? VersionId, bool IsDryRun) : Message
{
    public override bool IsNews => true;

    public override string ToLine(LineStyle style) =>
        $"{DryRun.Label(IsDryRun)}delete: {Path}{(VersionId is null ? string.Empty : $" (version {VersionId})")}";
}

/// <summary>A bucket was made, or would be.</summary>
internal sealed record BucketMade(string Bucket, bool IsDryRun) : Message
{
    public override bool IsNews => true;

    public override string ToLine(LineStyle style) => $"{DryRun.Label(IsDryRun)}make_bucket: {Bucket}";
}

/// <summary>A bucket was removed, or would be.</summary>
internal sealed record BucketRemoved(string Bucket, bool IsDryRun) : Message
{
    public override bool IsNews => true;

    public override string ToLine(LineStyle style) => $"{DryRun.Label(IsDryRun)}remove_bucket: {Bucket}";
}

/// <summary>How lines of a dry run begin.</summary>
internal static class DryRun
{
    public static string Label(bool isDryRun) => isDryRun ? "(dryrun) " : string.Empty;
}
