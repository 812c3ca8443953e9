using S3Gen.Runtime;

namespace S3Gen.Encryption.Formats;

/// <summary>Makes the request that is sent of the one that the caller made.</summary>
internal static class EncryptedRequest
{
    /// <summary>Refuses members that speak of the bytes on the wire, which the caller cannot know.</summary>
    /// <exception cref="ArgumentException">One is set, or user metadata has a name that belongs to the format.</exception>
    internal static void Check(PutObjectRequest request)
    {
        Refuse(request.ChecksumCRC32 is not null, nameof(PutObjectRequest.ChecksumCRC32), "speaks of the plaintext, and what is stored is ciphertext");
        Refuse(request.ChecksumCRC32C is not null, nameof(PutObjectRequest.ChecksumCRC32C), "speaks of the plaintext, and what is stored is ciphertext");
        Refuse(request.ChecksumCRC64NVME is not null, nameof(PutObjectRequest.ChecksumCRC64NVME), "speaks of the plaintext, and what is stored is ciphertext");
        Refuse(request.ChecksumMD5 is not null, nameof(PutObjectRequest.ChecksumMD5), "speaks of the plaintext, and what is stored is ciphertext");
        Refuse(request.ChecksumSHA1 is not null, nameof(PutObjectRequest.ChecksumSHA1), "speaks of the plaintext, and what is stored is ciphertext");
        Refuse(request.ChecksumSHA256 is not null, nameof(PutObjectRequest.ChecksumSHA256), "speaks of the plaintext, and what is stored is ciphertext");
        Refuse(request.ChecksumSHA512 is not null, nameof(PutObjectRequest.ChecksumSHA512), "speaks of the plaintext, and what is stored is ciphertext");
        Refuse(request.ChecksumXXHASH128 is not null, nameof(PutObjectRequest.ChecksumXXHASH128), "speaks of the plaintext, and what is stored is ciphertext");
        Refuse(request.ChecksumXXHASH3 is not null, nameof(PutObjectRequest.ChecksumXXHASH3), "speaks of the plaintext, and what is stored is ciphertext");
        Refuse(request.ChecksumXXHASH64 is not null, nameof(PutObjectRequest.ChecksumXXHASH64), "speaks of the plaintext, and what is stored is ciphertext");
        Refuse(request.ContentMD5 is not null, nameof(PutObjectRequest.ContentMD5), "speaks of the plaintext, and what is stored is ciphertext");
        Refuse(request.WriteOffsetBytes is not null, nameof(PutObjectRequest.WriteOffsetBytes), "appends, and encrypted objects cannot grow");
        CheckMetadata(request.Metadata, $"{nameof(PutObjectRequest)}.{nameof(PutObjectRequest.Metadata)}", nameof(request));
    }

    /// <summary>Refuses user metadata of the format's names.</summary>
    internal static void CheckMetadata(IReadOnlyDictionary<string, string>? metadata, string member, string parameter)
    {
        foreach (string name in metadata?.Keys ?? [])
        {
            if (MetadataKeys.IsReserved(name))
            {
                throw new ArgumentException($"{member}['{name}'] belongs to the encryption format: leave it out.", parameter);
            }
        }
    }

    /// <summary>The same request with another body and metadata.</summary>
    internal static PutObjectRequest With(PutObjectRequest request, RequestBody body, IReadOnlyDictionary<string, string> metadata) => new()
    {
        Body = body,
        ContentLength = body.Length,
        Metadata = metadata,
        ACL = request.ACL,
        Bucket = request.Bucket,
        BucketKeyEnabled = request.BucketKeyEnabled,
        CacheControl = request.CacheControl,
        ChecksumAlgorithm = request.ChecksumAlgorithm,
        ContentDisposition = request.ContentDisposition,
        ContentEncoding = request.ContentEncoding,
        ContentLanguage = request.ContentLanguage,
        ContentType = request.ContentType,
        ExpectedBucketOwner = request.ExpectedBucketOwner,
        Expires = request.Expires,
        GrantFullControl = request.GrantFullControl,
        GrantRead = request.GrantRead,
        GrantReadACP = request.GrantReadACP,
        GrantWriteACP = request.GrantWriteACP,
        IfMatch = request.IfMatch,
        IfNoneMatch = request.IfNoneMatch,
        Key = request.Key,
        ObjectLockLegalHoldStatus = request.ObjectLockLegalHoldStatus,
        ObjectLockMode = request.ObjectLockMode,
        ObjectLockRetainUntilDate = request.ObjectLockRetainUntilDate,
        RequestPayer = request.RequestPayer,
        SSECustomerAlgorithm = request.SSECustomerAlgorithm,
        SSECustomerKey = request.SSECustomerKey,
        SSECustomerKeyMD5 = request.SSECustomerKeyMD5,
        SSEKMSEncryptionContext = request.SSEKMSEncryptionContext,
        SSEKMSKeyId = request.SSEKMSKeyId,
        ServerSideEncryption = request.ServerSideEncryption,
        StorageClass = request.StorageClass,
        Tagging = request.Tagging,
        WebsiteRedirectLocation = request.WebsiteRedirectLocation,
    };

    private static void Refuse(bool isSet, string member, string rule, string parameter = "request")
    {
        if (isSet)
        {
            throw new ArgumentException($"PutObjectRequest.{member} {rule}: leave it out.", parameter);
        }
    }
}
