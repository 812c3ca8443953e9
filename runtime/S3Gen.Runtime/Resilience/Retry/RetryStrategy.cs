using System.Runtime.CompilerServices;
using Polly;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Resilience.Retry;

/// <summary>
/// Makes attempts until one succeeds or the policy wants no more. Polly's own strategy would ask the same policy, but allocates for every call,
/// and the reflection that checks its options is a good part of what a process's first client costs.
/// </summary>
internal sealed class RetryStrategy(RetryPolicy policy, TimeProvider timeProvider) : ResilienceStrategy<ServiceCall>
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<Outcome<ServiceCall>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<ServiceCall>>> callback, ResilienceContext context, TState state)
    {
        for (int retries = 0; ; retries++)
        {
            Outcome<ServiceCall> outcome = await callback(context, state).ConfigureAwait(false);
            if (outcome.Result is not { } call || !policy.ShouldRetry(call, retries) || context.CancellationToken.IsCancellationRequested)
            {
                return outcome;
            }

            policy.Begin(call);
            try
            {
                await Task.Delay(call.NextDelay, timeProvider, context.CancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                return Outcome.FromException<ServiceCall>(e);
            }
        }
    }
}
