using S3Gen.Runtime;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Planning;
using S3Gen.Transfer.Requests;

namespace S3Gen.Transfer.Uploads;

/// <summary>
/// A PutObject whose body has no known length and is not small: S3 wants lengths beforehand, so it goes up in parts, read into pooled memory
/// one after the other, and the answer is that of the object they become.
/// </summary>
internal sealed class UnboundedPut(S3Client client)
{
    private const string DefaultContentType = "application/octet-stream";

    private TransferCore? _core;

    private TransferCore Core => LazyInitializer.EnsureInitialized(
        ref _core, () => new TransferCore(client, new TransferSettings(new S3TransferOptions(), client.TransferDefaults)));

    /// <exception cref="ArgumentException">The request says of the whole body what parts cannot carry.</exception>
    internal async Task<PutObjectResponse> SendAsync(
        PutObjectRequest request, Stream content, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        Check(request);
        UploadTarget target = new(request.Bucket, request.Key, SettingsOf(request)) { IfMatch = request.IfMatch, IfNoneMatch = request.IfNoneMatch };
        StreamUpload upload = new(Core, target, content, new UploadOptions { Progress = progress });
        UploadResult result = await upload.RunAsync(cancellationToken).ConfigureAwait(false);
        return Answer(request, result, upload.Completion);
    }

    private static void Check(PutObjectRequest request)
    {
        string? member = request switch
        {
            { ContentMD5: not null } => nameof(request.ContentMD5),
            { WriteOffsetBytes: not null } => nameof(request.WriteOffsetBytes),
            { ChecksumCRC32: not null } => nameof(request.ChecksumCRC32),
            { ChecksumCRC32C: not null } => nameof(request.ChecksumCRC32C),
            { ChecksumCRC64NVME: not null } => nameof(request.ChecksumCRC64NVME),
            { ChecksumSHA1: not null } => nameof(request.ChecksumSHA1),
            { ChecksumSHA256: not null } => nameof(request.ChecksumSHA256),
            { ChecksumSHA512: not null } => nameof(request.ChecksumSHA512),
            { ChecksumMD5: not null } => nameof(request.ChecksumMD5),
            { ChecksumXXHASH64: not null } => nameof(request.ChecksumXXHASH64),
            { ChecksumXXHASH3: not null } => nameof(request.ChecksumXXHASH3),
            { ChecksumXXHASH128: not null } => nameof(request.ChecksumXXHASH128),
            _ => null,
        };
        if (member is not null)
        {
            throw new ArgumentException(
                $"{nameof(PutObjectRequest)}.{member} speaks of the whole body, which has no known length and is long, so that it is sent in parts: leave it out, or pass contentLength to RequestBody.From….",
                nameof(request));
        }
    }

    private static ObjectSettings SettingsOf(PutObjectRequest request) => new()
    {
        ContentType = request.ContentType ?? DefaultContentType,
        Tags = ObjectTags.Parse(request.Tagging),
        CacheControl = request.CacheControl,
        ContentDisposition = request.ContentDisposition,
        ContentEncoding = request.ContentEncoding,
        ContentLanguage = request.ContentLanguage,
        Expires = request.Expires,
        Metadata = request.Metadata,
        StorageClass = request.StorageClass,
        WebsiteRedirectLocation = request.WebsiteRedirectLocation,
        ACL = request.ACL,
        GrantFullControl = request.GrantFullControl,
        GrantRead = request.GrantRead,
        GrantReadACP = request.GrantReadACP,
        GrantWriteACP = request.GrantWriteACP,
        ObjectLockMode = request.ObjectLockMode,
        ObjectLockRetainUntilDate = request.ObjectLockRetainUntilDate,
        ObjectLockLegalHoldStatus = request.ObjectLockLegalHoldStatus,
        ChecksumAlgorithm = request.ChecksumAlgorithm,
        RequestPayer = request.RequestPayer,
        ExpectedBucketOwner = request.ExpectedBucketOwner,
        ServerSideEncryption = request.ServerSideEncryption,
        SSEKMSKeyId = request.SSEKMSKeyId,
        SSEKMSEncryptionContext = request.SSEKMSEncryptionContext,
        BucketKeyEnabled = request.BucketKeyEnabled,
        SSECustomerAlgorithm = request.SSECustomerAlgorithm,
        SSECustomerKey = request.SSECustomerKey,
        SSECustomerKeyMD5 = request.SSECustomerKeyMD5,
    };

    private static PutObjectResponse Answer(PutObjectRequest request, UploadResult result, CompleteMultipartUploadResponse? completion) => new()
    {
        ETag = result.ETag,
        VersionId = result.VersionId,
        Size = result.Size,
        SSECustomerAlgorithm = request.SSECustomerAlgorithm,
        SSECustomerKeyMD5 = request.SSECustomerKeyMD5,
        SSEKMSEncryptionContext = request.SSEKMSEncryptionContext,
        Expiration = completion?.Expiration,
        ServerSideEncryption = completion?.ServerSideEncryption,
        SSEKMSKeyId = completion?.SSEKMSKeyId,
        BucketKeyEnabled = completion?.BucketKeyEnabled,
        RequestCharged = completion?.RequestCharged,
        ChecksumType = completion?.ChecksumType,
        ChecksumCRC32 = completion?.ChecksumCRC32,
        ChecksumCRC32C = completion?.ChecksumCRC32C,
        ChecksumCRC64NVME = completion?.ChecksumCRC64NVME,
        ChecksumSHA1 = completion?.ChecksumSHA1,
        ChecksumSHA256 = completion?.ChecksumSHA256,
        ChecksumSHA512 = completion?.ChecksumSHA512,
        ChecksumMD5 = completion?.ChecksumMD5,
        ChecksumXXHASH64 = completion?.ChecksumXXHASH64,
        ChecksumXXHASH3 = completion?.ChecksumXXHASH3,
        ChecksumXXHASH128 = completion?.ChecksumXXHASH128,
    };
}
