using System.Threading.RateLimiting;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Resilience.RateLimiting;

/// <summary>Makes the limiter that a client's settings ask for, and the exceptions of limits.</summary>
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

    /// <summary>The exception for a request that got no turn.</summary>
    internal static RateLimitExceededException Refuse(ServiceCall call, string reason) => new(
        new ServiceErrorDetails { OperationName = call.Operation.Name, AttemptCount = call.Attempts, Remark = reason + "." }, call.Failure?.Fault);
}
