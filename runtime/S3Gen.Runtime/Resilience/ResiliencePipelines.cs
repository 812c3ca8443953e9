using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Polly;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Resilience.CircuitBreaker;
using S3Gen.Runtime.Resilience.Hedging;
using S3Gen.Runtime.Resilience.RateLimiting;
using S3Gen.Runtime.Resilience.Retry;

namespace S3Gen.Runtime.Resilience;

/// <summary>
/// The strategies around an attempt: retry → circuit breaker → rate limit → adaptive rate. The breaker and the limit are within the retry, since
/// what they judge and ration are requests; the breaker is before the limit, so that what it refuses is refused at once.
/// </summary>
internal sealed class ResiliencePipelines : IDisposable
{
    private static readonly ResiliencePropertyKey<ServiceCall> CallKey = new("S3Gen.Call");

    private readonly RateLimiter? _limiter;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Polly validates options by their attributes; these have no members of their own.")]
    internal ResiliencePipelines(ClientSettings settings, ILogger logger)
    {
        ResiliencePipelineBuilder<ServiceCall> builder = new() { TimeProvider = settings.Options.TimeProvider };
        Circuits = settings.CircuitFailureThreshold > 0 ? new Circuits(settings, logger) : null;
        if (settings.MaxRetries > 0)
        {
            RetryPolicy policy = Retries = new RetryPolicy(settings, Circuits, logger);
            builder.AddStrategy(_ => new RetryStrategy(policy, settings.Options.TimeProvider), new PlainOptions("retry"));
        }

        if (Circuits is not null)
        {
            builder.AddStrategy(_ => new CircuitBreakerStrategy(Circuits), new PlainOptions("circuit breaker"));
        }

        if (settings.RateLimitRequestsPerSecond is { } rate)
        {
            _limiter = RateLimits.Create(settings, rate);
            builder.AddStrategy(_ => new RateLimitStrategy(_limiter, logger), new PlainOptions("rate limit"));
        }

        if (settings.RetryMode == RetryMode.Adaptive)
        {
            AdaptiveRate adaptive = new(settings.Options.TimeProvider);
            builder.AddStrategy(_ => new AdaptiveRateStrategy(adaptive, logger), new PlainOptions("adaptive rate"));
        }

        Hedger = settings.HedgingDelay is { } delay ? new Hedger(delay, settings.Options.TimeProvider, logger) : null;
        Calls = builder.Build();
    }

    /// <summary>Null if circuits stay closed.</summary>
    internal Circuits? Circuits { get; }

    /// <summary>Null if nothing is tried again.</summary>
    internal RetryPolicy? Retries { get; }

    /// <summary>Null if nothing is sent twice. It is around whole calls, each with its own way through the strategies.</summary>
    internal Hedger? Hedger { get; }

    internal ResiliencePipeline<ServiceCall> Calls { get; }

    /// <summary>How many requests may be sent at once; null without a limit.</summary>
    internal long? RemainingPermits => _limiter?.GetStatistics()?.CurrentAvailablePermits;

    public void Dispose()
    {
        Circuits?.Dispose();
        _limiter?.Dispose();
    }

    /// <summary>The context of a call, by which strategies find it before its outcome is there.</summary>
    internal static ResilienceContext ContextOf(ServiceCall call)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(call.CallerToken);
        context.Properties.Set(CallKey, call);
        return context;
    }

    internal static ServiceCall CallOf(ResilienceContext context) =>
        context.Properties.TryGetValue(CallKey, out ServiceCall? call) ? call : throw new InvalidOperationException("The context has no call.");

    /// <summary>What Polly wants to know of a strategy that has its settings elsewhere.</summary>
    private sealed class PlainOptions : ResilienceStrategyOptions
    {
        internal PlainOptions(string name) => Name = name;
    }
}
