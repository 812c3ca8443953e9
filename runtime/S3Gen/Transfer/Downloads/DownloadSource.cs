namespace S3Gen.Transfer.Downloads;

/// <summary>The object that is downloaded.</summary>
internal sealed record DownloadSource(string Bucket, string Key, DownloadOptions Options)
{
    /// <summary>How many bytes it had when it was listed; null if it was not.</summary>
    internal long? ListedSize { get; init; }

    internal GetObjectRequest Get(string? range, string? etag) => new()
    {
        Bucket = Bucket,
        Key = Key,
        Range = range,
        IfMatch = etag ?? Options.IfMatch,
        VersionId = Options.VersionId,
        SSECustomerAlgorithm = Options.SSECustomerAlgorithm,
        SSECustomerKey = Options.SSECustomerKey,
        SSECustomerKeyMD5 = Options.SSECustomerKeyMD5,
        RequestPayer = Options.RequestPayer,
        ExpectedBucketOwner = Options.ExpectedBucketOwner,
    };

    internal HeadObjectRequest Head(string? etag = null, ChecksumMode? checksums = null) => new()
    {
        Bucket = Bucket,
        Key = Key,
        IfMatch = etag ?? Options.IfMatch,
        ChecksumMode = checksums,
        VersionId = Options.VersionId,
        SSECustomerAlgorithm = Options.SSECustomerAlgorithm,
        SSECustomerKey = Options.SSECustomerKey,
        SSECustomerKeyMD5 = Options.SSECustomerKeyMD5,
        RequestPayer = Options.RequestPayer,
        ExpectedBucketOwner = Options.ExpectedBucketOwner,
    };

    /// <summary>Asks for parts of the object, behind that of the marker.</summary>
    internal GetObjectAttributesRequest Attributes(string? marker) => new()
    {
        Bucket = Bucket,
        Key = Key,
        ObjectAttributes = [ObjectAttributes.ETag, ObjectAttributes.ObjectParts],
        PartNumberMarker = marker,
        VersionId = Options.VersionId,
        SSECustomerAlgorithm = Options.SSECustomerAlgorithm,
        SSECustomerKey = Options.SSECustomerKey,
        SSECustomerKeyMD5 = Options.SSECustomerKeyMD5,
        RequestPayer = Options.RequestPayer,
        ExpectedBucketOwner = Options.ExpectedBucketOwner,
    };

    internal TransferException Changed(Exception? cause) =>
        new($"The object '{Key}' in bucket '{Bucket}' was changed or deleted while it was being downloaded. Download it again.", cause);
}
