using S3Gen.Runtime;

namespace S3Gen.Transfer.Requests;

/// <summary>The requests about an upload that has begun.</summary>
internal static class PartRequests
{
    internal static UploadPartRequest Upload(UploadTarget target, string uploadId, int number, RequestBody body, ChecksumAlgorithm? checksum) => new()
    {
        Bucket = target.Bucket,
        Key = target.Key,
        UploadId = uploadId,
        PartNumber = number,
        Body = body,
        ChecksumAlgorithm = checksum,
        SSECustomerAlgorithm = target.Settings.SSECustomerAlgorithm,
        SSECustomerKey = target.Settings.SSECustomerKey,
        SSECustomerKeyMD5 = target.Settings.SSECustomerKeyMD5,
        RequestPayer = target.Settings.RequestPayer,
        ExpectedBucketOwner = target.Settings.ExpectedBucketOwner,
    };

    internal static ListPartsRequest List(UploadTarget target, string uploadId) => new()
    {
        Bucket = target.Bucket,
        Key = target.Key,
        UploadId = uploadId,
        SSECustomerAlgorithm = target.Settings.SSECustomerAlgorithm,
        SSECustomerKey = target.Settings.SSECustomerKey,
        SSECustomerKeyMD5 = target.Settings.SSECustomerKeyMD5,
        RequestPayer = target.Settings.RequestPayer,
        ExpectedBucketOwner = target.Settings.ExpectedBucketOwner,
    };

    internal static CompleteMultipartUploadRequest Complete(UploadTarget target, string uploadId, IReadOnlyList<CompletedPart> parts) => new()
    {
        Bucket = target.Bucket,
        Key = target.Key,
        UploadId = uploadId,
        MultipartUpload = new CompletedMultipartUpload { Parts = parts },
        ChecksumType = target.Settings.ChecksumType,
        IfMatch = target.IfMatch,
        IfNoneMatch = target.IfNoneMatch,
        SSECustomerAlgorithm = target.Settings.SSECustomerAlgorithm,
        SSECustomerKey = target.Settings.SSECustomerKey,
        SSECustomerKeyMD5 = target.Settings.SSECustomerKeyMD5,
        RequestPayer = target.Settings.RequestPayer,
        ExpectedBucketOwner = target.Settings.ExpectedBucketOwner,
    };

    internal static AbortMultipartUploadRequest Abort(UploadTarget target, string uploadId) => new()
    {
        Bucket = target.Bucket,
        Key = target.Key,
        UploadId = uploadId,
        RequestPayer = target.Settings.RequestPayer,
        ExpectedBucketOwner = target.Settings.ExpectedBucketOwner,
    };

    internal static PutObjectTaggingRequest Tag(UploadTarget target, IReadOnlyDictionary<string, string> tags) => new()
    {
        Bucket = target.Bucket,
        Key = target.Key,
        Tagging = new Tagging { TagSet = [.. tags.Select(static tag => new Tag { Key = tag.Key, Value = tag.Value })] },
        RequestPayer = target.Settings.RequestPayer,
        ExpectedBucketOwner = target.Settings.ExpectedBucketOwner,
    };

    internal static HeadObjectRequest Head(UploadTarget target) => new()
    {
        Bucket = target.Bucket,
        Key = target.Key,
        SSECustomerAlgorithm = target.Settings.SSECustomerAlgorithm,
        SSECustomerKey = target.Settings.SSECustomerKey,
        SSECustomerKeyMD5 = target.Settings.SSECustomerKeyMD5,
        RequestPayer = target.Settings.RequestPayer,
        ExpectedBucketOwner = target.Settings.ExpectedBucketOwner,
    };
}
