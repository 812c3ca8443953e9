using S3Gen.Runtime;

namespace S3Gen;

/// <summary>
/// What S3 keeps with an object besides its bytes, whichever requests it takes to write it. What is null is left to S3; each member
/// is described by the member of the same name of <see cref="PutObjectRequest"/>.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html"/>
public sealed partial record ObjectSettings
{
    /// <summary>MIME type. Default: by the extension of the key, and <c>application/octet-stream</c> where it is not known.</summary>
    public string? ContentType { get; init; }

    /// <summary>How caches may treat the object.</summary>
    public string? CacheControl { get; init; }

    /// <summary>How the object is presented, e.g. <c>attachment; filename="a.txt"</c>.</summary>
    public string? ContentDisposition { get; init; }

    /// <summary>How the content is encoded, e.g. <c>gzip</c>.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>The content's language.</summary>
    public string? ContentLanguage { get; init; }

    /// <summary>When the object is no longer cacheable.</summary>
    public string? Expires { get; init; }

    /// <summary>The user's own metadata, without the prefix <c>x-amz-meta-</c>; at most 2 KB.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Tags, at most 10.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Storage class.</summary>
    public StorageClass? StorageClass { get; init; }

    /// <summary>Where a website sends those who ask for the object.</summary>
    public string? WebsiteRedirectLocation { get; init; }

    /// <summary>Canned access control list.</summary>
    public ObjectCannedACL? ACL { get; init; }

    /// <summary>Who gets all permissions.</summary>
    public string? GrantFullControl { get; init; }

    /// <summary>Who may read the object.</summary>
    public string? GrantRead { get; init; }

    /// <summary>Who may read the object's access control list.</summary>
    public string? GrantReadACP { get; init; }

    /// <summary>Who may write the object's access control list.</summary>
    public string? GrantWriteACP { get; init; }

    /// <summary>Mode of the object's lock.</summary>
    public ObjectLockMode? ObjectLockMode { get; init; }

    /// <summary>Until when the object is locked.</summary>
    public DateTimeOffset? ObjectLockRetainUntilDate { get; init; }

    /// <summary>Whether a legal hold is placed on the object.</summary>
    public ObjectLockLegalHoldStatus? ObjectLockLegalHoldStatus { get; init; }

    /// <summary>Algorithm of the checksums that protect the bytes on their way and are kept with the object. Default: as the client's
    /// <see cref="ClientOptions.RequestChecksumCalculation"/> says; CRC-64/NVME for parts.</summary>
    public ChecksumAlgorithm? ChecksumAlgorithm { get; init; }

    /// <summary>Whether the checksum of an object made of parts covers the whole object or the parts' checksums. Default: as S3 has it for the algorithm.</summary>
    public ChecksumType? ChecksumType { get; init; }

    /// <summary>Confirms that the requester pays.</summary>
    public RequestPayer? RequestPayer { get; init; }

    /// <summary>Account (12 digits) that has to own the bucket.</summary>
    public string? ExpectedBucketOwner { get; init; }
}
