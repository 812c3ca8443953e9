namespace S3Gen.Testing.Store;

/// <summary>What to delete, and on what conditions.</summary>
/// <param name="Key">The object's key.</param>
/// <param name="VersionId">One version; null puts a marker on top, or removes the object where the bucket keeps no versions.</param>
/// <param name="Condition">What must hold of it.</param>
/// <param name="Now">The time of the marker, and the one that retention is measured by.</param>
/// <param name="BypassesGovernance">Retention of that mode does not count.</param>
internal sealed record Deletion(string Key, string? VersionId, WriteCondition Condition, DateTimeOffset Now, bool BypassesGovernance);

/// <summary>What a delete did: the version it removed, or the marker that it put on top.</summary>
internal sealed record DeleteOutcome(string? VersionId, bool DeleteMarker);
