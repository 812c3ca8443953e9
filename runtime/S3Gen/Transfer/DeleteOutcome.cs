namespace S3Gen;

/// <summary>What became of one of many objects that were to be deleted.</summary>
/// <param name="Key">Its key.</param>
/// <param name="VersionId">The version that was asked for; null for the current one.</param>
/// <param name="ErrorCode">Why it is still there, e.g. <c>AccessDenied</c>; null if it is deleted, or was not there.</param>
/// <param name="ErrorMessage">The service's words; null if there is no error.</param>
public sealed record DeleteOutcome(string Key, string? VersionId, string? ErrorCode, string? ErrorMessage)
{
    /// <summary>Whether it is deleted.</summary>
    public bool IsDeleted => ErrorCode is null;

    /// <summary>The delete marker that stands in its place in a bucket with versions; null if there is none.</summary>
    public string? DeleteMarkerVersionId { get; init; }
}
