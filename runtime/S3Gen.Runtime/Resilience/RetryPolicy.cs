using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Resilience;

/// <summary>
/// Repeats a call whose failure may pass: after a pause that is random between nothing and a bound that doubles from retry to retry
/// ("full jitter"), if the operation's time allows for it and its body can be sent again.
/// </summary>
/// <seealso href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/"/>
internal sealed class RetryPolicy(ClientSettings settings, ILogger logger)
{
    internal RetryStrategyOptions<ServiceCall> ToStrategy() => new()
    {
        Name = "retry",
        MaxRetryAttempts = settings.MaxRetries,
        ShouldHandle = ShouldRetry,
        DelayGenerator = static arguments => new(arguments.Outcome.Result?.NextDelay),
        OnRetry = OnRetry,
    };

    private ValueTask<bool> ShouldRetry(RetryPredicateArguments<ServiceCall> arguments) =>
        new(arguments.Outcome.Result is { Failure.IsTransient: true } call && call.Payload.CanBeSentAgain && TryPlan(call, arguments.AttemptNumber));

    /// <summary>Chooses the pause; there is no retry if the operation's time would be up before it.</summary>
    private bool TryPlan(ServiceCall call, int attempt)
    {
        double bound = Math.Min(
            settings.InitialBackoff.TotalMilliseconds * Math.Pow(settings.BackoffMultiplier, attempt),
            settings.MaxBackoff.TotalMilliseconds);
        call.NextDelay = TimeSpan.FromMilliseconds(bound * settings.Options.NextRandom());
        return call.NextDelay < call.Clock.Remaining;
    }

    private ValueTask OnRetry(OnRetryArguments<ServiceCall> arguments)
    {
        if (arguments.Outcome.Result is { Failure: { } failure } call && logger.IsEnabled(LogLevel.Warning))
        {
            PipelineLog.Retrying(
                logger, call.Operation.Name, call.Request.Bucket, call.Attempts, failure.Reason, arguments.RetryDelay.TotalMilliseconds);
        }

        return default;
    }
}
