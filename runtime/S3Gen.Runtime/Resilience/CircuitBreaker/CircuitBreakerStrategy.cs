using System.Runtime.CompilerServices;
using Polly;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Resilience.CircuitBreaker;

/// <summary>
/// Refuses attempts while their circuit is open, and tells it how the others end. It sees each attempt, not each operation: retries
/// are requests too, and are the first thing to stop when a service is in trouble.
/// </summary>
internal sealed class CircuitBreakerStrategy(Circuits circuits) : ResilienceStrategy<ServiceCall>
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<Outcome<ServiceCall>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<ServiceCall>>> callback, ResilienceContext context, TState state)
    {
        ServiceCall call = ResiliencePipelines.CallOf(context);
        Circuit circuit = circuits.Of(call);
        if (!circuit.TryEnter(out int period))
        {
            Refuse(call, circuit.Status);
            return Outcome.FromResult(call);
        }

        CircuitVerdict verdict = CircuitVerdict.None;
        try
        {
            Outcome<ServiceCall> outcome = await callback(context, state).ConfigureAwait(false);
            verdict = Judge(call, outcome);
            return outcome;
        }
        finally
        {
            circuit.Leave(period, verdict);
        }
    }

    private static CircuitVerdict Judge(ServiceCall call, Outcome<ServiceCall> outcome)
    {
        if (outcome.Exception is not null || call.Failure is { IsCallersFault: true } or { IsBeforeSending: true })
        {
            return CircuitVerdict.None;
        }

        return call.Failure?.IsOfHealth() ?? false ? CircuitVerdict.Unhealthy : CircuitVerdict.Healthy;
    }

    /// <summary>A call that has failed before ends with that failure, which tells more.</summary>
    private static void Refuse(ServiceCall call, CircuitStatus status)
    {
        if (call.Failure is null)
        {
            call.Fail(CallFailure.FromCaller(new CircuitOpenException(call.Operation.Name, status)));
        }
    }
}
