namespace S3Gen;

/// <summary>An object that was downloaded.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="ETag">Its ETag, with quotation marks.</param>
/// <param name="VersionId">Its version; null in a bucket without versions.</param>
/// <param name="LastModified">When it was written; null if the service did not say.</param>
/// <param name="ContentType">Its MIME type; null if the service did not say.</param>
/// <param name="Metadata">Its metadata, without the prefix <c>x-amz-meta-</c>.</param>
public sealed record DownloadResult(
    string Bucket,
    string Key,
    long Size,
    string? ETag,
    string? VersionId,
    DateTimeOffset? LastModified,
    string? ContentType,
    IReadOnlyDictionary<string, string> Metadata);
