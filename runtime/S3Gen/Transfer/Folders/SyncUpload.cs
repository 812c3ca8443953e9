using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Objects;

namespace S3Gen.Transfer.Folders;

/// <summary>Makes a prefix like a folder. The files' names are held in memory; objects may be any number.</summary>
internal sealed class SyncUpload(TransferCore core, string folder, string bucket, string prefix, SyncOptions options)
{
    private readonly ConcurrentQueue<SyncAction> _uploads = new();
    private readonly ConcurrentQueue<SyncAction> _deletions = new();
    private long _unchanged;

    internal async Task<SyncResult> RunAsync(CancellationToken cancellationToken)
    {
        FolderTally tally = new(options.Progress, core.Time);
        FolderUpload upload = new(core, bucket, prefix, options.SettingsOf ?? (_ => options.Settings), tally);
        SyncComparer comparer = new(core, bucket, options, fileIsSource: true);
        await core.ForEachAsync(PairAsync(cancellationToken), (pair, token) => SyncAsync(pair, comparer, upload, tally, token), cancellationToken).ConfigureAwait(false);
        tally.ThrowIfFailed($"'{prefix}' in bucket '{bucket}' is not yet like '{folder}'");
        if (!options.DryRun && !_deletions.IsEmpty)
        {
            await DeleteAsync(tally, cancellationToken).ConfigureAwait(false);
        }

        return new SyncResult([.. _uploads, .. _deletions], Interlocked.Read(ref _unchanged));
    }

    private async IAsyncEnumerable<SyncPair> PairAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        GlobFilter filter = new(options.Include, options.Exclude);
        Dictionary<string, LocalFile> files = LocalFiles.Enumerate(folder, filter, options.FollowLinks).ToDictionary(static file => file.Name, StringComparer.Ordinal);
        await foreach (S3Object entry in RemoteObjects.ListAsync(core, bucket, prefix, cancellationToken).ConfigureAwait(false))
        {
            string name = entry.Key![prefix.Length..];
            if (files.Remove(name, out LocalFile file))
            {
                yield return new SyncPair(name, file, entry);
            }
            else if (options.Delete && !KeyPrefix.IsMarker(entry) && filter.Contains(name))
            {
                yield return new SyncPair(name, null, entry);
            }
        }

        foreach (LocalFile file in files.Values)
        {
            yield return new SyncPair(file.Name, file, null);
        }
    }

    private async ValueTask SyncAsync(SyncPair pair, SyncComparer comparer, FolderUpload upload, FolderTally tally, CancellationToken cancellationToken)
    {
        if (pair.File is not { } file)
        {
            _deletions.Enqueue(new SyncAction(SyncActionKind.DeleteObject, pair.Object!.Key!, Path.Combine(folder, pair.Name), 0));
            return;
        }

        bool differ = true;
        if (pair.Object is { } entry && !await tally.TryAsync(entry.Key!, async () => differ = await comparer.DifferAsync(file, entry, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (!differ)
        {
            Interlocked.Increment(ref _unchanged);
            return;
        }

        _uploads.Enqueue(new SyncAction(SyncActionKind.Upload, upload.KeyOf(file), file.Path, file.Size));
        if (!options.DryRun)
        {
            await upload.UploadAsync(file, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DeleteAsync(FolderTally tally, CancellationToken cancellationToken)
    {
        IAsyncEnumerable<ObjectIdentifier> doomed = _deletions.ToAsyncEnumerable().Select(static deletion => new ObjectIdentifier { Key = deletion.Key });
        await foreach (DeleteOutcome outcome in new ObjectDeletion(core, bucket).RunAsync(doomed, cancellationToken).ConfigureAwait(false))
        {
            if (!outcome.IsDeleted)
            {
                tally.Add(outcome.Key, new TransferException($"It could not be deleted: {outcome.ErrorCode}: {outcome.ErrorMessage}"));
            }
        }

        tally.ThrowIfFailed($"Objects below '{prefix}' in bucket '{bucket}' that are not in '{folder}' are still there");
    }
}
