using S3Gen.Runtime;
using S3Gen.Transfer.Flow;

namespace S3Gen.Transfer.Folders;

/// <summary>Counts what was done with many objects, and keeps what went wrong: one object's failure does not stop the others.</summary>
internal sealed class FolderTally(IProgress<TransferProgress>? observer, TimeProvider timeProvider)
{
    private const int MostKept = 10_000;

    private readonly Lock _lock = new();
    private readonly List<TransferFailure> _failures = [];
    private readonly ProgressTracker? _progress = ProgressTracker.Create(observer, timeProvider, null, null);
    private long _failed;
    private long _transferred;
    private long _bytes;

    internal FolderResult Result => new(Interlocked.Read(ref _transferred), Interlocked.Read(ref _bytes));

    /// <summary>Transfers an object.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="transfer">Does so, and says how many bytes it has.</param>
    /// <param name="cancellationToken">Gives all of it up.</param>
    internal async ValueTask RunAsync(string key, Func<Task<long>> transfer, CancellationToken cancellationToken)
    {
        long bytes = 0;
        if (await TryAsync(key, async () => bytes = await transfer().ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
        {
            Interlocked.Increment(ref _transferred);
            Interlocked.Add(ref _bytes, bytes);
            _progress?.EndPart(bytes);
        }
    }

    /// <summary>Does something else for an object.</summary>
    /// <returns>Whether it succeeded.</returns>
    internal async ValueTask<bool> TryAsync(string key, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work().ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && !ConcernsAll(e))
        {
            Add(key, e);
            return false;
        }
    }

    internal void Add(string key, Exception cause)
    {
        lock (_lock)
        {
            _failed++;
            if (_failures.Count < MostKept)
            {
                _failures.Add(new TransferFailure(key, cause));
            }
        }
    }

    /// <exception cref="TransferException">Objects have failed.</exception>
    internal void ThrowIfFailed(string what)
    {
        lock (_lock)
        {
            if (_failed > 0)
            {
                TransferFailure first = _failures[0];
                throw new TransferException($"{what}: {_failed} failed; the first is '{first.Key}': {first.Cause.Message}", first.Cause) { Failures = [.. _failures], FailureCount = _failed };
            }
        }
    }

    /// <summary>What one object has met all others would meet.</summary>
    private static bool ConcernsAll(Exception failure) => failure is NoSuchBucketException or CredentialsException or ObjectDisposedException;
}
