using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Polly;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Resilience.RateLimiting;

/// <summary>Holds attempts back to the rate that the service seems to bear, and learns it from how they end.</summary>
internal sealed class AdaptiveRateStrategy(AdaptiveRate rate, ILogger logger) : ResilienceStrategy<ServiceCall>
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<Outcome<ServiceCall>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<ServiceCall>>> callback, ResilienceContext context, TState state)
    {
        ServiceCall call = ResiliencePipelines.CallOf(context);
        bool hasTurn = rate.TryTake(call.Clock.Remaining, out TimeSpan wait);
        if (wait > TimeSpan.Zero)
        {
            CallMetrics.RateLimited(call);
            PipelineLog.RateLimited(logger, call.Operation.SnakeName, call.Request.Bucket);
            if (!hasTurn)
            {
                call.Fail(CallFailure.FromCaller(RateLimits.Refuse(
                    call, $"the service asks to slow down, and the next turn does not come within the operation's time ({nameof(ClientOptions.OperationTimeout)})")));
                return Outcome.FromResult(call);
            }

            await Task.Delay(wait, call.Clock.TimeProvider, call.CallerToken).ConfigureAwait(false);
        }

        Outcome<ServiceCall> outcome = await callback(context, state).ConfigureAwait(false);
        rate.Report(call.Failure?.IsThrottling() ?? false);
        return outcome;
    }
}
