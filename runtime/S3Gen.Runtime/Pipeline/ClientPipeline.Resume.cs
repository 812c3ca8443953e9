using Microsoft.Extensions.Logging;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.CodeGen;

/// <content>What becomes of responses' bodies.</content>
public sealed partial class ClientPipeline
{
    private readonly ResponsePolicy _responses;

    /// <summary>Asks for what is missing of a body, within the retries that its operation has left.</summary>
    /// <exception cref="IOException">It is not to be had; so says <see cref="TimeoutException"/> where time ran out.</exception>
    /// <exception cref="ServiceException">The service refuses it, or sends something else.</exception>
    internal async ValueTask<ResponseStream> ResumeAsync(BrokenBody broken, CancellationToken cancellationToken)
    {
        if (_isDisposed)
        {
            throw broken.GiveUp("the client is disposed.");
        }

        ServiceCall call = Begin(broken.Operation, cancellationToken);
        try
        {
            await PlanAsync(call, broken, cancellationToken).ConfigureAwait(false);
            await SendAsync(call).ConfigureAwait(false);
            broken.Check(call.ResponseMessage!);
            broken.Retries += call.Retries;
            ResponseStream rest = (ResponseStream)call.Response.TakeBody();
            CallTelemetry.Left(call);
            _calls.Return(call);
            return rest;
        }
        catch (Exception e)
        {
            CallTelemetry.Left(call);
            call.Abandon();
            if (e is ServiceException refusal && broken.Judge(refusal) is { } verdict && verdict != refusal)
            {
                throw verdict;
            }

            throw;
        }
    }

    /// <summary>Writes the request, and waits for as long as before any other retry.</summary>
    private async ValueTask PlanAsync(ServiceCall call, BrokenBody broken, CancellationToken cancellationToken)
    {
        if (!broken.TryWrite(call.Request))
        {
            throw broken.GiveUp("a part of it cannot be asked for.");
        }

        call.Resolve(_endpoints);
        call.EarlierRetries = broken.Retries;
        if (!_resilience.Retries!.TryPlanResume(call, broken.Fault))
        {
            throw broken.GiveUp(call.RetryRemark ?? "the retries are used up.");
        }

        CallMetrics.Retried(call);
        PipelineLog.Resuming(_logger, call.Operation.SnakeName, call.Request.Bucket, broken.Position, broken.Fault.Message, call.NextDelay.TotalMilliseconds);
        await Task.Delay(call.NextDelay, TimeProvider, cancellationToken).ConfigureAwait(false);
    }

    private void AllowResume(ServiceCall call, object? request)
    {
        if (call.Operation.ResponseBody == ResponseBodyKind.ResumableStream && request is not null && _resilience.Retries is not null)
        {
            call.Response.Stream?.AllowResume(new BodyOrigin(this, call.Operation, request, call.Retries));
        }
    }
}
