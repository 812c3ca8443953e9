using S3Gen.Transfer.Copies;
using S3Gen.Transfer.Requests;

namespace S3Gen;

public sealed partial class S3Transfer
{
    /// <summary>
    /// Copies an object within S3, without its bytes passing through here: in one request up to
    /// <see cref="S3TransferOptions.CopyThreshold"/>, else in parts. Metadata, content headers and tags are kept either way, and the copy
    /// is of one state of the source.
    /// </summary>
    /// <param name="sourceBucket">The source's bucket.</param>
    /// <param name="sourceKey">The source's key.</param>
    /// <param name="bucket">The target's bucket.</param>
    /// <param name="key">The target's key.</param>
    /// <param name="options">What the copy has of its own; null for nothing.</param>
    /// <param name="cancellationToken">Gives the copy up.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="TransferException">It failed, and its upload could not be aborted.</exception>
    /// <exception cref="TransferCanceledException">It was canceled, and could not be aborted.</exception>
    /// <exception cref="S3Exception">The service refused a request, or could not be reached.</exception>
    public Task<UploadResult> CopyAsync(
        string sourceBucket, string sourceKey, string bucket, string key, CopyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(sourceBucket);
        ArgumentException.ThrowIfNullOrEmpty(sourceKey);
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentException.ThrowIfNullOrEmpty(key);
        options ??= new CopyOptions();
        UploadTarget target = new(bucket, key, options.Settings) { IfMatch = options.IfMatch, IfNoneMatch = options.IfNoneMatch };
        return new ObjectCopy(_core, new CopySource(sourceBucket, sourceKey, options), target).RunAsync(cancellationToken);
    }
}
