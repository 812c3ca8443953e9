namespace S3Gen.Runtime.Resilience.Hedging;

/// <summary>One of the runs of an operation, which can be given up without the other.</summary>
internal sealed class HedgedRun<T>
{
    private readonly CancellationTokenSource _source;

    private HedgedRun(Func<CancellationToken, Task<T>> run, CancellationToken caller)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        Task = run(_source.Token);
    }

    internal Task<T> Task { get; }

    /// <summary>It has succeeded, or the service has said no: what the other run could bring is not better.</summary>
    internal bool HasAnswer => Task.IsCompletedSuccessfully || Task.Exception?.InnerException is ServiceException
        and not (ServiceConnectionException or CircuitOpenException or RateLimitExceededException);

    internal static HedgedRun<T> Start(Func<CancellationToken, Task<T>> run, CancellationToken caller) => new(run, caller);

    internal async Task<T> TakeAsync(CancellationToken caller)
    {
        try
        {
            return await Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            caller.ThrowIfCancellationRequested();
            throw;
        }
        finally
        {
            _source.Dispose();
        }
    }

    /// <summary>Ends the run; what it may still bring is let go.</summary>
    internal void GiveUp()
    {
        _source.Cancel();
        _ = DiscardAsync();
    }

    private async Task DiscardAsync()
    {
        await ((Task)Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Task.IsCompletedSuccessfully)
        {
            (Task.Result as IDisposable)?.Dispose();
        }

        _source.Dispose();
    }
}
