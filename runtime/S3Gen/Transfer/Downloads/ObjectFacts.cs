using S3Gen.Runtime;

namespace S3Gen.Transfer.Downloads;

/// <summary>What the first response has said of an object; all later ones must be of the same.</summary>
internal sealed record ObjectFacts(
    long Size, string? ETag, string? VersionId, DateTimeOffset? LastModified, string? ContentType, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>Whether the ETag is that of an object that was made of parts: a hyphen and their number end it.</summary>
    internal bool IsOfParts => ETag?.Contains('-', StringComparison.Ordinal) == true;

    internal static ObjectFacts Of(GetObjectResponse response, string key)
    {
        long? size = response.StatusCode == System.Net.HttpStatusCode.PartialContent
            ? ContentRange.TryParse(response.ContentRange, out ContentRange range) ? range.Size : null
            : response.ContentLength;
        return new ObjectFacts(
            size ?? throw new TransferException($"The service did not say how long '{key}' is: the response has no valid Content-Length or Content-Range."),
            response.ETag,
            response.VersionId,
            response.LastModified,
            response.ContentType,
            response.Metadata);
    }

    internal static ObjectFacts Of(HeadObjectResponse response) => new(
        response.ContentLength ?? 0, response.ETag, response.VersionId, response.LastModified, response.ContentType, response.Metadata);

    internal DownloadResult ToResult(DownloadSource source) =>
        new(source.Bucket, source.Key, Size, ETag, VersionId, LastModified, ContentType, Metadata);
}
