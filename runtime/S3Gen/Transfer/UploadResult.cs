namespace S3Gen;

/// <summary>An object that was uploaded or copied.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="ETag">Its ETag, with quotation marks.</param>
/// <param name="VersionId">Its version; null in a bucket without versions.</param>
/// <param name="Parts">How many parts it was made of; 0 for a single request.</param>
public sealed record UploadResult(string Bucket, string Key, long Size, string? ETag, string? VersionId, int Parts);
