using S3Gen.Transfer.Folders;

namespace S3Gen;

public sealed partial class S3Transfer
{
    /// <summary>Makes a prefix like a folder: uploads the files that it lacks or that differ, and deletes what the folder has not if <see cref="SyncOptions.Delete"/> says so.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="target">Bucket and prefix.</param>
    /// <param name="options">What counts as different, and more; null for the defaults.</param>
    /// <param name="cancellationToken">Gives it up; what was done stays, and another run does the rest.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="TransferException">Files have failed (<see cref="TransferException.Failures"/>); nothing was deleted then.</exception>
    public Task<SyncResult> SyncAsync(string folder, S3Folder target, SyncOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(target.Bucket, nameof(target));
        return new SyncUpload(_core, Path.GetFullPath(folder), target.Bucket, KeyPrefix.Of(target.Prefix ?? string.Empty), options ?? new SyncOptions()).RunAsync(cancellationToken);
    }

    /// <summary>
    /// Makes a folder like a prefix: downloads the objects that it lacks or that differ, and deletes the files that are no objects if
    /// <see cref="SyncOptions.Delete"/> says so. Which keys are refused is said at <see cref="DownloadDirectoryAsync"/>.
    /// </summary>
    /// <param name="source">Bucket and prefix.</param>
    /// <param name="folder">The folder; it is made if it is not there.</param>
    /// <param name="options">What counts as different, and more; null for the defaults.</param>
    /// <param name="cancellationToken">Gives it up; what was done stays, and another run does the rest.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="TransferException">Keys were refused, and nothing was written; or objects have failed (<see cref="TransferException.Failures"/>), and nothing was deleted.</exception>
    public Task<SyncResult> SyncAsync(S3Folder source, string folder, SyncOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(source.Bucket, nameof(source));
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new SyncDownload(_core, source.Bucket, KeyPrefix.Of(source.Prefix ?? string.Empty), Path.GetFullPath(folder), options ?? new SyncOptions()).RunAsync(cancellationToken);
    }
}
