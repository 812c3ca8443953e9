using Microsoft.Extensions.Logging;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>
/// Compares the client's clock with that of the service: at every refusal, as the clock may be its cause, and at a success now and
/// then, to tell people of a clock that will be refused soon. Reading a date costs some 100 ns and allocates nothing.
/// </summary>
internal sealed class ClockWatch(TimeProvider timeProvider, ILogger logger)
{
    /// <summary>The skew beyond which it is logged, and counts as the cause of a refusal that does not say why. S3 takes 15 minutes.</summary>
    internal static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>How often a success is looked at.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The longest exchange whose middle counts as the time of the answer. In a longer one it is the request that took its time, and
    /// the date was made at the end.
    /// </summary>
    private static readonly TimeSpan LongestRoundTrip = TimeSpan.FromMinutes(1);

    /// <summary>The skew of each endpoint that was logged last, zero where none is to be told of.</summary>
    private readonly ClockOffsets _logged = new();

    private long _nextLook = timeProvider.GetTimestamp();

    /// <summary>How far the service's clock is ahead; null if the response does not tell, or was not looked at.</summary>
    internal TimeSpan? Look(HttpResponseMessage response, string authority, long sentAt)
    {
        if ((response.IsSuccessStatusCode && !IsDue()) || !ServerDate.TryRead(response, out DateTimeOffset date))
        {
            return null;
        }

        TimeSpan elapsed = timeProvider.GetElapsedTime(sentAt);
        TimeSpan sinceAnswer = elapsed <= LongestRoundTrip ? elapsed / 2 : TimeSpan.Zero;
        TimeSpan skew = date - (timeProvider.GetUtcNow() - sinceAnswer);
        Tell(authority, skew);
        return skew;
    }

    private bool IsDue()
    {
        long now = timeProvider.GetTimestamp();
        long next = Volatile.Read(ref _nextLook);
        long after = now + (long)(Interval.TotalSeconds * timeProvider.TimestampFrequency);
        return now >= next && Interlocked.CompareExchange(ref _nextLook, after, next) == next;
    }

    /// <summary>Logs a skew once for an endpoint, until it is another one.</summary>
    private void Tell(string authority, TimeSpan skew)
    {
        TimeSpan told = _logged.Of(authority);
        if (skew.Duration() <= Tolerance)
        {
            if (told != TimeSpan.Zero)
            {
                _logged.Clear(authority);
            }

            return;
        }

        if ((skew - told).Duration() > Tolerance)
        {
            _logged.Set(authority, skew);
            PipelineLog.ClockSkewed(logger, authority, Math.Abs(skew.TotalMinutes), skew > TimeSpan.Zero ? "behind" : "ahead of");
        }
    }
}
