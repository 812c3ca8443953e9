using System.Threading.RateLimiting;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.Resilience.RateLimiting;

/// <summary>Makes the limiter that a client's settings ask for.</summary>
internal static class RateLimits
{
    /// <summary>How many times a second the bucket is filled at most; timers are no finer.</summary>
    private const int MaxFills = 100;

    internal static RateLimiter Create(ClientSettings settings, int requestsPerSecond)
    {
        int tokens = (requestsPerSecond + MaxFills - 1) / MaxFills;
        return new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.RateLimitBurst ?? requestsPerSecond,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)tokens / requestsPerSecond),
            QueueLimit = settings.RateLimitQueueLimit,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            AutoReplenishment = true,
        });
    }
}
