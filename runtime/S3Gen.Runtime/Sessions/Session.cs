using Microsoft.Extensions.Logging;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.Sessions;

/// <summary>
/// The session of one owner with one bucket. It is opened, and renewed ahead of its end, by one flight for all callers: who comes while
/// the old one is good gets that at once, who comes without waits for the flight. No caller who gives up ends the flight for the others.
/// </summary>
internal sealed class Session(string bucket, ISessionSource source, TimeProvider timeProvider, ILogger logger, CancellationToken stop) : IDisposable
{
    /// <summary>How long a renewal that failed is not tried again while the session is good.</summary>
    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private volatile SessionLease? _lease;
    private Task<Credentials>? _flight;
    private volatile bool _hasBegun;

    internal string Bucket => bucket;

    /// <summary>Whether nobody would lose anything if it were forgotten: not so before the one who had it made has come to open it.</summary>
    internal bool IsOver => _hasBegun && _flight is null && !IsGood(_lease);

    internal ValueTask<Credentials> GetAsync(CancellationToken cancellationToken) =>
        _lease is { } lease && timeProvider.GetTimestamp() < lease.RenewsAt ? new(lease.Credentials) : RenewAsync(cancellationToken);

    /// <summary>Forgets the session if it is the one that the service has refused.</summary>
    internal void Drop(Credentials refused)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_lease?.Credentials, refused))
            {
                _lease = null;
            }
        }
    }

    /// <summary>Wipes the session's secrets; those of a flight that still comes in are wiped as it does.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _lease?.Credentials.Dispose();
            _lease = null;
        }
    }

    private ValueTask<Credentials> RenewAsync(CancellationToken cancellationToken)
    {
        Task<Credentials> flight;
        lock (_gate)
        {
            SessionLease? lease = _lease;
            if (lease is not null && timeProvider.GetTimestamp() < lease.RenewsAt)
            {
                return new(lease.Credentials);
            }

            flight = _flight ??= Start();
            _hasBegun = true;
            if (IsGood(lease))
            {
                return new(lease!.Credentials);
            }
        }

        return new(flight.WaitAsync(cancellationToken));
    }

    private Task<Credentials> Start()
    {
        // Not in the caller's context: the flight is no part of that call, and must not run under the lock.
        using AsyncFlowControl flow = ExecutionContext.SuppressFlow();
        Task<Credentials> flight = Task.Run(FlyAsync, CancellationToken.None);

        // When all who waited have gone, nobody else looks at its failure.
        _ = flight.ContinueWith(
            static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return flight;
    }

    private async Task<Credentials> FlyAsync()
    {
        SessionLease? next = null;
        try
        {
            next = new SessionLease(await source.OpenAsync(bucket, stop).ConfigureAwait(false), timeProvider);
        }
        catch (ServiceException e) when (_lease is { } lease && IsGood(lease))
        {
            next = lease.Postpone(RenewalPause, timeProvider);
            PipelineLog.SessionNotRenewed(logger, bucket, e.Message);
        }
        finally
        {
            lock (_gate)
            {
                _lease = next ?? _lease;
                _flight = null;
                if (stop.IsCancellationRequested)
                {
                    Dispose();
                }
            }
        }

        return next.Credentials;
    }

    private bool IsGood(SessionLease? lease) => lease is not null && timeProvider.GetTimestamp() < lease.EndsAt;
}
