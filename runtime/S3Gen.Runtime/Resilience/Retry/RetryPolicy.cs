using Microsoft.Extensions.Logging;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Resilience.CircuitBreaker;

namespace S3Gen.Runtime.Resilience.Retry;

/// <summary>
/// Repeats a call whose failure may pass, if that does no harm, its body can be sent again, its circuit is closed, the operation's
/// time allows for the pause and the client's quota for the retry. Why it is not repeated is said by the exception.
/// </summary>
internal sealed class RetryPolicy(ClientSettings settings, Circuits? circuits, ILogger logger)
{
    private readonly Backoff _backoff = new(settings);
    private readonly RetryQuota _quota = new();

    /// <summary>Whether the call is to be made again; its next pause and the price of the retry are settled then.</summary>
    /// <param name="call">The call, of which an attempt has ended.</param>
    /// <param name="earlier">The retries that it has had.</param>
    internal bool ShouldRetry(ServiceCall call, int earlier)
    {
        if (call.Failure is not { } failure)
        {
            // The rest of a body that broke off may break off too: only other successes bring back what it took.
            _quota.Give(call.Attempts == 1 || call.EarlierRetries > 0 ? RetryQuota.FirstSuccess : call.RetryCost);
            return false;
        }

        int retries = call.EarlierRetries + earlier;
        bool mayRetry = failure.IsTransient && retries < settings.MaxRetries && call.Clock.Remaining > TimeSpan.Zero;
        return mayRetry && TryPlan(call, failure, retries);
    }

    /// <summary>The retry is decided, and its pause begins.</summary>
    internal void Begin(ServiceCall call)
    {
        CallFailure failure = call.Failure!;
        call.MayHaveSucceeded |= !failure.IsUnprocessed() && call.Operation.Method != HttpMethod.Get && call.Operation.Method != HttpMethod.Head;
        call.Retries++;
        CallMetrics.Retried(call);
        call.Trace.BeginRetry(call);
        double pause = call.NextDelay.TotalMilliseconds;
        if (logger.IsEnabled(LogLevel.Warning))
        {
            PipelineLog.Retrying(logger, call.Operation.SnakeName, call.Request.Bucket, call.Attempts, failure.Reason, pause);
        }

        PipelineLog.RetryPlanned(logger, call.Operation.SnakeName, call.Request.Bucket, call.Attempts, pause, call.RetryCost);
    }

    /// <summary>Whether what is missing of a body that broke off may be asked for; it counts as a retry. The call's remark says why not.</summary>
    internal bool TryPlanResume(ServiceCall call, Exception fault) =>
        call.EarlierRetries <= settings.MaxRetries && TryPlan(call, CallFailure.FromTransport(fault), call.EarlierRetries - 1);

    private bool TryPlan(ServiceCall call, CallFailure failure, int retries)
    {
        call.NextDelay = _backoff.Choose(failure, retries);
        call.RetryCost = failure.IsThrottling() ? RetryQuota.ThrottlingRetryCost : RetryQuota.RetryCost;
        string? obstacle = FindObstacle(call, failure);
        call.RetryRemark = obstacle is null ? null : $"The request was not sent again, since {obstacle}.";
        return obstacle is null;
    }

    private string? FindObstacle(ServiceCall call, CallFailure failure)
    {
        if (!call.Payload.CanBeSentAgain)
        {
            return "its body cannot be read twice";
        }

        if ((call.Operation.Flags & OperationFlags.Idempotent) == 0 && !failure.IsUnprocessed())
        {
            return "it may have been carried out, and to do so twice may do harm";
        }

        if (circuits?.Of(call).IsOpen ?? false)
        {
            return "the circuit of its bucket and endpoint is open";
        }

        if (call.NextDelay >= call.Clock.Remaining)
        {
            return "the operation's time would be up before";
        }

        return _quota.TryTake(call.RetryCost) ? null : "too many requests of this client fail: its quota of retries is used up";
    }
}
