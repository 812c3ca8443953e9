using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Polly;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Resilience.RateLimiting;

/// <summary>Lets attempts through at the client's rate: others wait for their turn, at most for what is left of the operation's time.</summary>
internal sealed class RateLimitStrategy(RateLimiter limiter, ILogger logger) : ResilienceStrategy<ServiceCall>
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<Outcome<ServiceCall>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<ServiceCall>>> callback, ResilienceContext context, TState state)
    {
        using RateLimitLease immediate = limiter.AttemptAcquire();
        if (!immediate.IsAcquired)
        {
            ServiceCall call = ResiliencePipelines.CallOf(context);
            CallMetrics.RateLimited(call);
            PipelineLog.RateLimited(logger, call.Operation.SnakeName, call.Request.Bucket);
            if (await WaitAsync(call).ConfigureAwait(false) is { } refusal)
            {
                call.Fail(CallFailure.FromCaller(RateLimits.Refuse(
                    call, $"the client's rate limit ({nameof(ClientOptions.RateLimitRequestsPerSecond)}) is reached, and {refusal}")));
                return Outcome.FromResult(call);
            }
        }

        return await callback(context, state).ConfigureAwait(false);
    }

    /// <summary>Waits for a turn.</summary>
    /// <returns>Why there was none; null if there was.</returns>
    private async Task<string?> WaitAsync(ServiceCall call)
    {
        TimeSpan remaining = call.Clock.Remaining;
        using CancellationTokenSource limit = new(
            remaining == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, call.Clock.TimeProvider);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, call.CallerToken);
        try
        {
            using RateLimitLease lease = await limiter.AcquireAsync(1, both.Token).ConfigureAwait(false);
            return lease.IsAcquired ? null : "too many requests wait for their turn";
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !call.CallerToken.IsCancellationRequested)
        {
            return $"its turn did not come within the operation's time ({nameof(ClientOptions.OperationTimeout)})";
        }
    }
}
