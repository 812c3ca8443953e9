using System.Diagnostics;
using S3Gen.Runtime;

namespace S3Gen;

/// <summary>How one object is downloaded.</summary>
public sealed record DownloadOptions
{
    /// <summary>The version; null (the default) for the current one.</summary>
    public string? VersionId { get; init; }

    /// <summary>Download only if the object has this ETag.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Whether a file that is there is replaced (the default).</summary>
    public bool Overwrite { get; init; } = true;

    /// <summary>Whether the file gets the object's time of last modification. Default: false.</summary>
    public bool KeepLastModified { get; init; }

    /// <summary>Algorithm of the key with which the object is encrypted (SSE-C): <c>AES256</c>.</summary>
    public string? SSECustomerAlgorithm { get; init; }

    /// <summary>That key, in Base64. It is kept in no state file, and shown nowhere.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SSECustomerKey { get; init; }

    /// <summary>MD5 of that key, in Base64.</summary>
    public string? SSECustomerKeyMD5 { get; init; }

    /// <summary>Confirms that the requester pays.</summary>
    public RequestPayer? RequestPayer { get; init; }

    /// <summary>Account (12 digits) that has to own the bucket.</summary>
    public string? ExpectedBucketOwner { get; init; }

    /// <inheritdoc cref="UploadOptions.Progress"/>
    public IProgress<TransferProgress>? Progress { get; init; }

    /// <summary>
    /// A file that makes the download to a file resumable: cancel it, or let the process die, and call again with the same file, even
    /// in another process. What is there by then stays in a temporary file beside the target, and is not fetched again. The file
    /// holds no secrets, and is deleted when the download is complete. Default: null, and a download that ends early leaves nothing.
    /// </summary>
    public string? StateFile { get; init; }

    /// <summary>Names the type, since its members may be secret.</summary>
    public override string ToString() => nameof(DownloadOptions);
}
