using System.Globalization;

namespace S3Gen.Transfer.Requests;

/// <summary>The requests that copy.</summary>
internal static class CopyRequests
{
    internal static HeadObjectRequest Head(CopySource source) => new()
    {
        Bucket = source.Bucket,
        Key = source.Key,
        VersionId = source.Options.SourceVersionId,
        SSECustomerAlgorithm = source.Options.SourceSSECustomerAlgorithm,
        SSECustomerKey = source.Options.SourceSSECustomerKey,
        SSECustomerKeyMD5 = source.Options.SourceSSECustomerKeyMD5,
        RequestPayer = source.Options.Settings.RequestPayer,
        ExpectedBucketOwner = source.Options.ExpectedSourceBucketOwner,
    };

    internal static CopyObjectRequest Copy(CopySource source, UploadTarget target, string? etag)
    {
        ObjectSettings settings = target.Settings;
        bool replaces = CopiedSettings.ReplacesMetadata(settings);
        return new CopyObjectRequest
        {
            Bucket = target.Bucket,
            Key = target.Key,
            CopySource = source.Header,
            CopySourceIfMatch = etag,
            IfMatch = target.IfMatch,
            IfNoneMatch = target.IfNoneMatch,
            MetadataDirective = replaces ? MetadataDirective.Replace : default(MetadataDirective?),
            TaggingDirective = settings.Tags is null ? default(TaggingDirective?) : TaggingDirective.Replace,
            Tagging = target.Tagging,
            ContentType = replaces ? target.ContentType : null,
            Metadata = settings.Metadata,
            WebsiteRedirectLocation = settings.WebsiteRedirectLocation,
            ChecksumAlgorithm = settings.ChecksumAlgorithm,
            CacheControl = settings.CacheControl,
            ContentDisposition = settings.ContentDisposition,
            ContentEncoding = settings.ContentEncoding,
            ContentLanguage = settings.ContentLanguage,
            Expires = settings.Expires,
            StorageClass = settings.StorageClass,
            ACL = settings.ACL,
            GrantFullControl = settings.GrantFullControl,
            GrantRead = settings.GrantRead,
            GrantReadACP = settings.GrantReadACP,
            GrantWriteACP = settings.GrantWriteACP,
            ObjectLockMode = settings.ObjectLockMode,
            ObjectLockRetainUntilDate = settings.ObjectLockRetainUntilDate,
            ObjectLockLegalHoldStatus = settings.ObjectLockLegalHoldStatus,
            RequestPayer = settings.RequestPayer,
            ExpectedBucketOwner = settings.ExpectedBucketOwner,
            ServerSideEncryption = settings.ServerSideEncryption,
            SSEKMSKeyId = settings.SSEKMSKeyId,
            SSEKMSEncryptionContext = settings.SSEKMSEncryptionContext,
            BucketKeyEnabled = settings.BucketKeyEnabled,
            SSECustomerAlgorithm = settings.SSECustomerAlgorithm,
            SSECustomerKey = settings.SSECustomerKey,
            SSECustomerKeyMD5 = settings.SSECustomerKeyMD5,
            CopySourceSSECustomerAlgorithm = source.Options.SourceSSECustomerAlgorithm,
            CopySourceSSECustomerKey = source.Options.SourceSSECustomerKey,
            CopySourceSSECustomerKeyMD5 = source.Options.SourceSSECustomerKeyMD5,
            ExpectedSourceBucketOwner = source.Options.ExpectedSourceBucketOwner,
        };
    }

    internal static UploadPartCopyRequest CopyPart(CopySource source, UploadTarget target, string uploadId, int number, long offset, long length, string? etag)
    {
        ObjectSettings settings = target.Settings;
        return new UploadPartCopyRequest
        {
            Bucket = target.Bucket,
            Key = target.Key,
            UploadId = uploadId,
            PartNumber = number,
            CopySource = source.Header,
            CopySourceIfMatch = etag,
            CopySourceRange = string.Create(CultureInfo.InvariantCulture, $"bytes={offset}-{offset + length - 1}"),
            SSECustomerAlgorithm = settings.SSECustomerAlgorithm,
            SSECustomerKey = settings.SSECustomerKey,
            SSECustomerKeyMD5 = settings.SSECustomerKeyMD5,
            RequestPayer = settings.RequestPayer,
            ExpectedBucketOwner = settings.ExpectedBucketOwner,
            CopySourceSSECustomerAlgorithm = source.Options.SourceSSECustomerAlgorithm,
            CopySourceSSECustomerKey = source.Options.SourceSSECustomerKey,
            CopySourceSSECustomerKeyMD5 = source.Options.SourceSSECustomerKeyMD5,
            ExpectedSourceBucketOwner = source.Options.ExpectedSourceBucketOwner,
        };
    }
}
