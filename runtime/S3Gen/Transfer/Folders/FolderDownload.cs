using S3Gen.Transfer.Downloads;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Keys;

namespace S3Gen.Transfer.Folders;

/// <summary>Downloads objects to a folder, several at once.</summary>
internal sealed class FolderDownload(TransferCore core, string bucket, string folder, FileNameRules rules, DownloadOptions options, FolderTally tally)
{
    private readonly FoldedNames _names = new(rules);

    /// <summary>Downloads an object.</summary>
    /// <param name="name">Its name in the folder.</param>
    /// <param name="key">Its key.</param>
    /// <param name="size">Its size as it was listed; null if it was not.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    internal ValueTask DownloadAsync(string name, string key, long? size, CancellationToken cancellationToken) => tally.RunAsync(
        key,
        async () =>
        {
            string path = KeyPath.Resolve(folder, name, key, rules);
            if (_names.FindFault(name) is { } fault)
            {
                throw new UnsafeKeyException(key, fault);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            DownloadResult result = await new FileDownload(core, new DownloadSource(bucket, key, options) { ListedSize = size }, path).RunAsync(cancellationToken).ConfigureAwait(false);
            return result.Size;
        },
        cancellationToken);

    /// <summary>What holds for one object is not for many.</summary>
    internal static DownloadOptions OptionsOf(DownloadOptions options) =>
        options with { StateFile = null, Progress = null, VersionId = null, IfMatch = null, KeepLastModified = true };
}
