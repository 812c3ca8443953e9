using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Resilience;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>Everything that a client tells of its calls: spans, measurements, logs. Where nobody listens it allocates nothing.</summary>
internal sealed class CallTelemetry(ClientSettings settings, ResiliencePipelines resilience, ILogger logger)
{
    /// <summary>Null for services without multipart uploads.</summary>
    internal MultipartTelemetry? Multipart { get; set; }

    /// <summary>The operation whose documents are never logged, since they are made of secrets.</summary>
    internal Operation? Confidential { get; set; }

    /// <summary>The call is about to be marshalled.</summary>
    internal void Begin(ServiceCall call)
    {
        call.Trace.Start(call.Operation);
        call.BodyLog = call.Operation == Confidential ? NullLogger.Instance : logger;
    }

    /// <summary>The call's bucket and endpoint are known.</summary>
    internal static void Resolved(ServiceCall call) => call.IsCountedActive = CallMetrics.Begin(call);

    /// <summary>Signs an attempt.</summary>
    internal SignedValues Sign(ISigner signer, ServiceCall call, Credentials credentials)
    {
        SignedValues signed = CallMetrics.Sign(signer, call, credentials);
        if (signed.Authorization is not null && logger.IsEnabled(LogLevel.Trace))
        {
            WireLog.Signed(
                logger,
                call.Operation.Name,
                call.Endpoint.SigningScheme,
                call.Endpoint.SigningName,
                call.Endpoint.SigningRegion,
                signed.Date,
                SignedHeaderNames(signed.Authorization),
                call.Payload.Hash);
        }

        return signed;
    }

    /// <summary>An attempt is about to be sent.</summary>
    internal void Sending(ServiceCall call, HttpRequestMessage message)
    {
        call.Trace.BeginStep(SpanNames.HttpRequest);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            string headers = WireText.Headers(message.Headers, message.Content?.Headers);
            WireLog.Request(logger, call.Operation.Method.Method, Redaction.Url(call.Url.ToString()), headers);
        }

        if (call.Request.HasXml && logger.IsEnabled(LogLevel.Trace))
        {
            ReadOnlyMemory<byte> xml = call.Request.Xml;
            WireLog.RequestBody(logger, call.Operation.Name, xml.Length, WireText.Document(xml.Span));
        }
    }

    /// <summary>The head of a response is there.</summary>
    internal void Received(ServiceCall call, HttpRequestMessage request, HttpResponseMessage response)
    {
        (request as AttemptRequest)?.OnReading();
        if (logger.IsEnabled(LogLevel.Debug))
        {
            WireLog.Response(logger, (int)response.StatusCode, call.Operation.Name, WireText.Headers(response.Headers, response.Content.Headers));
        }
    }

    /// <summary>Reads the response.</summary>
    internal TResponse Read<TRequest, TResponse>(Operation<TRequest, TResponse> operation, ServiceCall call)
    {
        call.Trace.BeginStep(SpanNames.ResponseParse);
        int length = call.Operation.ResponseBody == ResponseBodyKind.Buffered ? call.Response.Body.Length : 0;
        using Activity? part = length > 0 ? call.Trace.BeginPart(SpanNames.XmlParse) : null;
        TResponse response = operation.Read(call.Response);
        if (length > 0)
        {
            WireLog.Parsed(logger, operation.Name, length);
        }

        return response;
    }

    internal void Complete(ServiceCall call)
    {
        Multipart?.Succeeded(call);
        if (logger.IsEnabled(LogLevel.Information))
        {
            LogCompleted(call);
        }

        End(call, null);
    }

    internal void Fail(ServiceCall call, Exception exception)
    {
        CallError error = CallError.Of(call, exception);
        if (!error.IsCanceled)
        {
            Multipart?.Failed(call, error);
            LogFailure(call, exception, error);
        }

        End(call, error);
    }

    /// <summary>The call is no longer under way. One that carries on another is no operation of its own, and has nothing more to tell.</summary>
    internal static void Left(ServiceCall call)
    {
        if (call.IsCountedActive)
        {
            CallMetrics.LeaveActive(call);
            call.IsCountedActive = false;
        }
    }

    private void End(ServiceCall call, CallError? error)
    {
        Left(call);
        CallMetrics.End(call, error);
        TimeSpan threshold = settings.SlowRequestThreshold;
        if (threshold != Timeout.InfiniteTimeSpan && call.Clock.Elapsed > threshold && logger.IsEnabled(LogLevel.Warning))
        {
            PipelineLog.Slow(
                logger,
                call.Operation.SnakeName,
                call.Request.Bucket,
                call.Clock.Elapsed.TotalMilliseconds,
                threshold.TotalMilliseconds,
                CallFacts.RequestId(call),
                call.Retries);
        }

        if (call.Trace.Root is { IsAllDataRequested: true } root && call.ResolvedEndpoint is not null)
        {
            CircuitState state = resilience.Circuits?.Of(call).Status.State ?? CircuitState.Closed;
            SpanDescription.Resilience(root, state, resilience.RemainingPermits);
        }

        call.Trace.End(call, error);
    }

    private void LogCompleted(ServiceCall call)
    {
        Activity? span = call.Trace.Root ?? Activity.Current;
        PipelineLog.Completed(
            logger,
            call.Operation.SnakeName,
            call.Request.Bucket,
            call.Request.GreedyLabel,
            CallFacts.Region(call),
            CallFacts.RequestId(call),
            call.Clock.Elapsed.TotalMilliseconds,
            CallFacts.Status(call),
            call.Payload.IsPresent ? call.Payload.Length : CallFacts.ResponseLength(call),
            call.Retries,
            span?.TraceId.ToHexString(),
            span?.SpanId.ToHexString());
    }

    private void LogFailure(ServiceCall call, Exception exception, CallError error)
    {
        if (!logger.IsEnabled(LogLevel.Error))
        {
            return;
        }

        Activity? span = call.Trace.Root ?? Activity.Current;
        string? traceId = span?.TraceId.ToHexString();
        string? spanId = span?.SpanId.ToHexString();
        double elapsed = call.Clock.Elapsed.TotalMilliseconds;
        int? status = CallFacts.Status(call);
        if (exception is CredentialsException || status is 401 or 403)
        {
            PipelineLog.Refused(
                logger, call.Operation.SnakeName, call.Request.Bucket, error.Description ?? error.Type, CallFacts.RequestId(call),
                call.Request.GreedyLabel, CallFacts.Region(call), status, elapsed, call.Retries, traceId, spanId);
        }
        else if (exception is ServiceException and not (CircuitOpenException or RateLimitExceededException))
        {
            PipelineLog.Failed(
                logger, call.Operation.SnakeName, call.Request.Bucket, call.Attempts, call.Failure?.Reason ?? error.Type, CallFacts.RequestId(call),
                call.Request.GreedyLabel, CallFacts.Region(call), status, elapsed, call.Retries, traceId, spanId);
        }
    }

    private static string SignedHeaderNames(string authorization)
    {
        const string Label = "SignedHeaders=";
        int start = authorization.IndexOf(Label, StringComparison.Ordinal) + Label.Length;
        int end = authorization.IndexOf(',', start);
        return end < 0 ? string.Empty : authorization[start..end];
    }
}
