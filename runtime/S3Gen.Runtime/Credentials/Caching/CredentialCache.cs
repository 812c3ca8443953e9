using Microsoft.Extensions.Logging;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>
/// Keeps what a source has found. Reading takes no lock. Some 5 minutes before credentials expire one task looks for new ones, while
/// everybody goes on with the old, also when that fails, until they expire; only then callers wait. Who waits may give up without
/// disturbing the others.
/// </summary>
internal sealed class CredentialCache(ICredentialSource source, TimeProvider timeProvider, Func<double> nextRandom, ILogger logger) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private volatile CacheEntry? _entry;
    private Task<Credentials>? _flight;
    private bool _isDisposed;

    /// <exception cref="CredentialsException">There are none.</exception>
    /// <exception cref="ObjectDisposedException">The cache was disposed.</exception>
    internal ValueTask<Credentials> GetAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        CacheEntry? entry = _entry;
        return entry is not null && entry.IsFresh(now) ? new(entry.Credentials) : GetSlowly(entry, now, cancellationToken);
    }

    /// <summary>Wipes the credentials. Searches under way are given up.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _entry?.Wipe();
            _entry = null;
        }

        _end.Cancel();
    }

    private ValueTask<Credentials> GetSlowly(CacheEntry? entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        bool isUsable = entry is not null && entry.IsUsable(now);
        if (isUsable && !entry!.IsDue(now))
        {
            // Only the files had to be looked after.
            if (!entry.Found.FilesHaveChanged)
            {
                entry.LookAgain(now);
                return new(entry.Credentials);
            }

            isUsable = false;
        }

        Task<Credentials> flight = StartOrJoin(entry);
        return isUsable ? new(entry!.Credentials) : new(flight.WaitAsync(cancellationToken));
    }

    /// <summary>One search at a time, whoever asks.</summary>
    private Task<Credentials> StartOrJoin(CacheEntry? seen)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(ICredentialProvider));
            if (_flight is { } underWay)
            {
                return underWay;
            }

            // Somebody was faster.
            if (_entry is { } entry && entry != seen)
            {
                return Task.FromResult(entry.Credentials);
            }

            if (seen is not null)
            {
                ConfigurationLog.Refreshing(logger, seen.Credentials.Expiration);
            }

            Task<Credentials> flight = _flight = Task.Run(SearchAsync);
            _ = flight.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return flight;
        }
    }

    private async Task<Credentials> SearchAsync()
    {
        try
        {
            FoundCredentials found = await source.FetchAsync(_end.Token).ConfigureAwait(false);
            ConfigurationLog.Found(logger, found.Credentials.Expiration);
            return Land(found);
        }
        catch (Exception e)
        {
            lock (_gate)
            {
                _flight = null;
            }

            if (_entry is not { } entry || !entry.IsUsable(timeProvider.GetUtcNow()))
            {
                throw;
            }

            ConfigurationLog.RefreshFailed(logger, e is CredentialsException { Reason: { } reason } ? reason : e.GetType().Name, entry.Credentials.Expiration);
            entry.TryLater(timeProvider.GetUtcNow(), nextRandom());
            return entry.Credentials;
        }
    }

    private Credentials Land(FoundCredentials found)
    {
        CacheEntry entry = new(found, timeProvider.GetUtcNow(), nextRandom());
        if (entry.CameExpired)
        {
            ConfigurationLog.CameExpired(logger, found.Credentials.Expiration);
        }

        lock (_gate)
        {
            _flight = null;
            if (!_isDisposed)
            {
                _entry = entry;
                return found.Credentials;
            }
        }

        entry.Wipe();
        throw new ObjectDisposedException(nameof(ICredentialProvider));
    }
}
