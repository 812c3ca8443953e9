using System.Diagnostics.CodeAnalysis;
using S3Gen.Transfer.Folders;
using S3Gen.Transfer.Keys;

namespace S3Gen;

[SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in a required parameter, so that no call can mean two of them.")]
public sealed partial class S3Transfer
{
    /// <summary>Uploads a folder and those below it. Keys are the prefix and the files' paths relative to the folder, with slashes.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">What all keys begin with, as a folder: a slash is added if there is none at its end. Empty for none.</param>
    /// <param name="options">Which files, and what is kept with the objects; null for all and nothing.</param>
    /// <param name="cancellationToken">Gives it up; what was uploaded stays.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="TransferException">Files have failed (<see cref="TransferException.Failures"/>); all others are uploaded.</exception>
    public async Task<FolderResult> UploadDirectoryAsync(
        string folder, string bucket, string prefix, UploadDirectoryOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentNullException.ThrowIfNull(prefix);
        options ??= new UploadDirectoryOptions();
        FolderTally tally = new(options.Progress, _core.Time);
        FolderUpload upload = new(_core, bucket, KeyPrefix.Of(prefix), options.SettingsOf ?? (_ => options.Settings), tally);
        IEnumerable<LocalFile> files = LocalFiles.Enumerate(Path.GetFullPath(folder), new GlobFilter(options.Include, options.Exclude), options.FollowLinks);
        await _core.ForEachAsync(files, upload.UploadAsync, cancellationToken).ConfigureAwait(false);
        tally.ThrowIfFailed($"The upload of '{folder}' is not complete");
        return tally.Result;
    }

    /// <summary>
    /// Downloads all objects below a prefix to a folder, which is made if it is not there. Keys come from whoever may write to the bucket: those
    /// that would lead out of the folder or cannot be names of files are refused before anything is written, and nothing is written
    /// through links. Files get their objects' times of last modification.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">The prefix, as a folder: a slash is added if there is none at its end. Empty for the whole bucket.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Which objects, and how; null for all.</param>
    /// <param name="cancellationToken">Gives it up; files that are complete stay.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="TransferException">Keys were refused, and nothing was written; or objects have failed, and all others are downloaded (<see cref="TransferException.Failures"/>).</exception>
    public async Task<FolderResult> DownloadDirectoryAsync(
        string bucket, string prefix, string folder, DownloadDirectoryOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new DownloadDirectoryOptions();
        RemoteFolder source = new(_core, bucket, KeyPrefix.Of(prefix), new GlobFilter(options.Include, options.Exclude));
        await source.CheckNamesAsync(options.FileNames, cancellationToken).ConfigureAwait(false);
        (FolderDownload download, FolderTally tally) = DownloadTo(bucket, folder, options);
        await _core.ForEachAsync(
            source.ListAsync(cancellationToken),
            (entry, token) => download.DownloadAsync(entry.Name, entry.Object.Key!, entry.Object.Size, token),
            cancellationToken).ConfigureAwait(false);
        tally.ThrowIfFailed($"The download to '{folder}' is not complete");
        return tally.Result;
    }

    /// <summary>Downloads objects to a folder, under their whole keys. For what is refused, see <see cref="DownloadDirectoryAsync"/>.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="folder">The folder; it is made if it is not there.</param>
    /// <param name="options">Which of them, and how; null for all.</param>
    /// <param name="cancellationToken">Gives it up; files that are complete stay.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="TransferException">Keys were refused, and nothing was written; or objects have failed, and all others are downloaded (<see cref="TransferException.Failures"/>).</exception>
    public async Task<FolderResult> DownloadObjectsAsync(
        string bucket, IEnumerable<string> keys, string folder, DownloadDirectoryOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        options ??= new DownloadDirectoryOptions();
        IReadOnlyCollection<string> all = keys as IReadOnlyCollection<string> ?? [.. keys];
        FolderTally refused = new(null, _core.Time);
        FoldedNames names = new(options.FileNames);
        foreach (string key in all)
        {
            if ((KeyPath.FindFault(key, options.FileNames) ?? names.FindFault(key)) is { } fault)
            {
                refused.Add(key, new UnsafeKeyException(key, fault));
            }
        }

        refused.ThrowIfFailed("Nothing was written, since keys cannot become files");
        return await DownloadObjectsAsync(bucket, all.ToAsyncEnumerable(), folder, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads objects to a folder, under their whole keys, as the keys come. A key that cannot become a file counts among those that failed.</summary>
    /// <inheritdoc cref="DownloadObjectsAsync(string, IEnumerable{string}, string, DownloadDirectoryOptions?, CancellationToken)"/>
    public async Task<FolderResult> DownloadObjectsAsync(
        string bucket, IAsyncEnumerable<string> keys, string folder, DownloadDirectoryOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new DownloadDirectoryOptions();
        GlobFilter filter = new(options.Include, options.Exclude);
        (FolderDownload download, FolderTally tally) = DownloadTo(bucket, folder, options);
        await _core.ForEachAsync(keys.Where(filter.Contains), (key, token) => download.DownloadAsync(key, key, null, token), cancellationToken).ConfigureAwait(false);
        tally.ThrowIfFailed($"The download to '{folder}' is not complete");
        return tally.Result;
    }

    private (FolderDownload Download, FolderTally Tally) DownloadTo(string bucket, string folder, DownloadDirectoryOptions options)
    {
        string full = Path.GetFullPath(folder);
        Directory.CreateDirectory(full);
        FolderTally tally = new(options.Progress, _core.Time);
        return (new FolderDownload(_core, bucket, full, options.FileNames, FolderDownload.OptionsOf(options.Objects), tally), tally);
    }
}
