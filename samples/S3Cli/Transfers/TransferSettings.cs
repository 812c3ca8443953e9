using S3Gen;

namespace S3Cli.Transfers;

/// <summary>How transfers are done, whichever objects they are of.</summary>
/// <param name="Objects">What is kept with objects that are written.</param>
/// <param name="VersionId">The version that is read; null for the current one.</param>
/// <param name="IsMove">Whether the source goes away once it has arrived.</param>
/// <param name="IsDryRun">Whether it is only said what would be done.</param>
/// <param name="Concurrency">How many requests run at once; null for what the profile says.</param>
/// <param name="PartSize">Size of parts in bytes; null for what the profile says.</param>
internal sealed record TransferSettings(
    ObjectSettings Objects, string? VersionId, bool IsMove, bool IsDryRun, int? Concurrency, long? PartSize);
