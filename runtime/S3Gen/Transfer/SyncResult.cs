namespace S3Gen;

/// <summary>How a folder and a prefix were made alike.</summary>
/// <param name="Actions">What was done, or would be done in a dry run; deletions come last, the others in any order.</param>
/// <param name="Unchanged">How many files and objects were alike already.</param>
public sealed record SyncResult(IReadOnlyList<SyncAction> Actions, long Unchanged);
