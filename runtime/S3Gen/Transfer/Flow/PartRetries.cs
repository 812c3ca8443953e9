using Microsoft.Extensions.Logging;
using S3Gen.Runtime;

namespace S3Gen.Transfer.Flow;

/// <summary>
/// Tries one part again, and that part alone, when the client has given up on a request or a response has broken off. An open
/// circuit is waited for: nothing was sent, so that it counts little.
/// </summary>
internal sealed class PartRetries(int retries, TimeProvider timeProvider, ILogger logger)
{
    private const int RefusalsForRetry = 10;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    internal async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        int failures = 0;
        int refusals = 0;
        while (true)
        {
            TimeSpan pause;
            try
            {
                return await attempt(cancellationToken).ConfigureAwait(false);
            }
            catch (CircuitOpenException e) when (++refusals <= retries * RefusalsForRetry)
            {
                pause = UntilTrial(e);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && TransientFailures.Contains(e) && ++failures <= retries)
            {
                TransferLog.PartRetried(logger, failures, retries, e);
                pause = Jitter(Backoff(failures));
            }

            await Task.Delay(pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Waits before something is tried again.</summary>
    internal Task PauseAsync(int failures, CancellationToken cancellationToken) =>
        Task.Delay(Jitter(Backoff(failures)), timeProvider, cancellationToken);

    private static TimeSpan Backoff(int failures)
    {
        double milliseconds = FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(failures - 1, 16));
        return TimeSpan.FromMilliseconds(Math.Min(milliseconds, LongestPause.TotalMilliseconds));
    }

    /// <summary>Between half of it and all, so that parts that failed together do not come back together.</summary>
    private static TimeSpan Jitter(TimeSpan pause) => pause * (0.5 + (Random.Shared.NextDouble() / 2));

    private TimeSpan UntilTrial(CircuitOpenException refusal)
    {
        TimeSpan left = (refusal.Circuit.OpenUntil ?? timeProvider.GetUtcNow()) - timeProvider.GetUtcNow();
        return Jitter(FirstPause) + (left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }
}
