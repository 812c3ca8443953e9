using S3Gen.Runtime;

namespace S3Gen.Transfer.Requests;

/// <summary>The requests that write an object at once or begin to.</summary>
internal static class WriteRequests
{
    internal static PutObjectRequest Put(UploadTarget target, RequestBody body)
    {
        ObjectSettings settings = target.Settings;
        return new PutObjectRequest
        {
            Bucket = target.Bucket,
            Key = target.Key,
            Body = body,
            IfMatch = target.IfMatch,
            IfNoneMatch = target.IfNoneMatch,
            ContentType = target.ContentType,
            Tagging = target.Tagging,
            ChecksumAlgorithm = settings.ChecksumAlgorithm,
            CacheControl = settings.CacheControl,
            ContentDisposition = settings.ContentDisposition,
            ContentEncoding = settings.ContentEncoding,
            ContentLanguage = settings.ContentLanguage,
            Expires = settings.Expires,
            Metadata = settings.Metadata,
            StorageClass = settings.StorageClass,
            WebsiteRedirectLocation = settings.WebsiteRedirectLocation,
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
        };
    }

    internal static CreateMultipartUploadRequest Create(UploadTarget target, ChecksumAlgorithm? checksum)
    {
        ObjectSettings settings = target.Settings;
        return new CreateMultipartUploadRequest
        {
            Bucket = target.Bucket,
            Key = target.Key,
            ContentType = target.ContentType,
            Tagging = target.Tagging,
            ChecksumAlgorithm = checksum,
            ChecksumType = settings.ChecksumType,
            CacheControl = settings.CacheControl,
            ContentDisposition = settings.ContentDisposition,
            ContentEncoding = settings.ContentEncoding,
            ContentLanguage = settings.ContentLanguage,
            Expires = settings.Expires,
            Metadata = settings.Metadata,
            StorageClass = settings.StorageClass,
            WebsiteRedirectLocation = settings.WebsiteRedirectLocation,
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
        };
    }
}
