using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using S3Gen.Transfer.Flow;

namespace S3Gen.Transfer.Folders;

/// <summary>Makes a folder like a prefix. The files' names are held in memory; objects may be any number.</summary>
internal sealed class SyncDownload(TransferCore core, string bucket, string prefix, string folder, SyncOptions options)
{
    private readonly ConcurrentQueue<SyncAction> _downloads = new();
    private readonly ConcurrentQueue<SyncAction> _deletions = new();
    private readonly GlobFilter _filter = new(options.Include, options.Exclude);
    private long _unchanged;

    internal async Task<SyncResult> RunAsync(CancellationToken cancellationToken)
    {
        RemoteFolder source = new(core, bucket, prefix, _filter);
        await source.CheckNamesAsync(options.FileNames, cancellationToken).ConfigureAwait(false);
        if (!options.DryRun)
        {
            Directory.CreateDirectory(folder);
        }

        FolderTally tally = new(options.Progress, core.Time);
        FolderDownload download = new(core, bucket, folder, options.FileNames, FolderDownload.OptionsOf(options.Objects), tally);
        SyncComparer comparer = new(core, bucket, options, fileIsSource: false);
        await core.ForEachAsync(PairAsync(source, cancellationToken), (pair, token) => SyncAsync(pair, comparer, download, tally, token), cancellationToken).ConfigureAwait(false);
        tally.ThrowIfFailed($"'{folder}' is not yet like '{prefix}' in bucket '{bucket}'");
        if (!options.DryRun)
        {
            await DeleteAsync(tally, cancellationToken).ConfigureAwait(false);
        }

        return new SyncResult([.. _downloads, .. _deletions], Interlocked.Read(ref _unchanged));
    }

    private async IAsyncEnumerable<SyncPair> PairAsync(RemoteFolder source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, LocalFile> files = Directory.Exists(folder)
            ? LocalFiles.Enumerate(folder, _filter, followLinks: false).ToDictionary(static file => file.Name, StringComparer.Ordinal)
            : [];
        await foreach ((string name, S3Object entry) in source.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return files.Remove(name, out LocalFile file) ? new SyncPair(name, file, entry) : new SyncPair(name, null, entry);
        }

        foreach (LocalFile file in files.Values.Where(_ => options.Delete))
        {
            yield return new SyncPair(file.Name, file, null);
        }
    }

    private async ValueTask SyncAsync(SyncPair pair, SyncComparer comparer, FolderDownload download, FolderTally tally, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, pair.Name);
        if (pair.Object is not { } entry)
        {
            _deletions.Enqueue(new SyncAction(SyncActionKind.DeleteFile, prefix + pair.Name, path, 0));
            return;
        }

        bool differ = true;
        if (pair.File is { } file && !await tally.TryAsync(entry.Key!, async () => differ = await comparer.DifferAsync(file, entry, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (!differ)
        {
            Interlocked.Increment(ref _unchanged);
            return;
        }

        _downloads.Enqueue(new SyncAction(SyncActionKind.Download, entry.Key!, path, entry.Size ?? 0));
        if (!options.DryRun)
        {
            await download.DownloadAsync(pair.Name, entry.Key!, entry.Size, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DeleteAsync(FolderTally tally, CancellationToken cancellationToken)
    {
        foreach (SyncAction deletion in _deletions)
        {
            await tally.TryAsync(deletion.Key, () => Task.Run(() => File.Delete(deletion.Path), cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        tally.ThrowIfFailed($"Files in '{folder}' that are no objects are still there");
    }
}
