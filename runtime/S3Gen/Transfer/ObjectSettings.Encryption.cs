using System.Diagnostics;

namespace S3Gen;

public sealed partial record ObjectSettings
{
    /// <summary>How S3 encrypts the object.</summary>
    public ServerSideEncryption? ServerSideEncryption { get; init; }

    /// <summary>Key of KMS that encrypts the object.</summary>
    public string? SSEKMSKeyId { get; init; }

    /// <summary>Encryption context for KMS: Base64 of a JSON object of strings.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SSEKMSEncryptionContext { get; init; }

    /// <summary>Whether a bucket key is used, which saves calls of KMS.</summary>
    public bool? BucketKeyEnabled { get; init; }

    /// <summary>Algorithm of a key that the caller keeps (SSE-C): <c>AES256</c>.</summary>
    public string? SSECustomerAlgorithm { get; init; }

    /// <summary>The key that the caller keeps, in Base64. It is sent with each part, kept in no state file, and shown nowhere.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SSECustomerKey { get; init; }

    /// <summary>MD5 of that key, in Base64.</summary>
    public string? SSECustomerKeyMD5 { get; init; }

    /// <summary>Names the type, since its members may be secret.</summary>
    public override string ToString() => nameof(ObjectSettings);
}
