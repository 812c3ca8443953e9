namespace S3Cli.Listing;

/// <summary>A version of an object, or a marker that it is deleted.</summary>
internal sealed record RemoteVersion(RemoteObject Object, string? VersionId, bool IsLatest, bool IsDeleteMarker);
