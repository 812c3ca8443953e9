namespace S3Cli.Listing;

/// <summary>An object as a listing tells of it.</summary>
internal sealed record RemoteObject(string Key, long Size, DateTimeOffset? LastModified, string? ETag, string? StorageClass);
