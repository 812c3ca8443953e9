using System.Diagnostics;
using S3Gen.Runtime;

namespace S3Gen;

/// <summary>How one object is copied within S3.</summary>
public sealed record CopyOptions
{
    /// <summary>
    /// What the copy has of its own. Storage class, encryption, access control and lock are never copied, and are what this says.
    /// Metadata and content headers are copied, unless one of them is set here: then all of them are what this says. So are the tags.
    /// </summary>
    public ObjectSettings Settings { get; init; } = new();

    /// <summary>The version to copy; null (the default) for the current one.</summary>
    public string? SourceVersionId { get; init; }

    /// <summary>Algorithm of the key with which the source is encrypted (SSE-C): <c>AES256</c>.</summary>
    public string? SourceSSECustomerAlgorithm { get; init; }

    /// <summary>That key, in Base64. It is shown nowhere.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SourceSSECustomerKey { get; init; }

    /// <summary>MD5 of that key, in Base64.</summary>
    public string? SourceSSECustomerKeyMD5 { get; init; }

    /// <summary>Account (12 digits) that has to own the source's bucket.</summary>
    public string? ExpectedSourceBucketOwner { get; init; }

    /// <summary>Copy only if the target that is there has this ETag.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Copy only if there is no target: <c>*</c>.</summary>
    public string? IfNoneMatch { get; init; }

    /// <inheritdoc cref="UploadOptions.Progress"/>
    public IProgress<TransferProgress>? Progress { get; init; }

    /// <summary>Names the type, since its members may be secret.</summary>
    public override string ToString() => nameof(CopyOptions);
}
