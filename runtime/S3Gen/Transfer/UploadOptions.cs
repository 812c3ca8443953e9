using S3Gen.Runtime;

namespace S3Gen;

/// <summary>How one object is uploaded.</summary>
public sealed record UploadOptions
{
    /// <summary>What is kept with the object.</summary>
    public ObjectSettings Settings { get; init; } = new();

    /// <summary>Upload only if the object that is there has this ETag.</summary>
    public string? IfMatch { get; init; }

    /// <summary>Upload only if there is no object: <c>*</c>.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>Who is told how far the upload is, about ten times a second; null for nobody. It is called from any thread, by one at a time.</summary>
    public IProgress<TransferProgress>? Progress { get; init; }

    /// <summary>
    /// A file that makes the upload of a file resumable: cancel it, or let the process die, and call again with the same file, even
    /// in another process. What is uploaded by then stays at S3, is asked for with ListParts, and is not sent again. The file holds
    /// no secrets, and is deleted when the upload is complete. Default: null, and an upload that ends early is aborted.
    /// </summary>
    public string? StateFile { get; init; }

    /// <summary>Names the type, since its members may be secret.</summary>
    public override string ToString() => nameof(UploadOptions);
}
