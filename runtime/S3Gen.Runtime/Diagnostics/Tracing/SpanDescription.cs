using System.Diagnostics;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>Writes what is known of a call onto its spans.</summary>
internal static class SpanDescription
{
    internal static void Operation(Activity span, ServiceCall call)
    {
        if (!span.IsAllDataRequested)
        {
            return;
        }

        span.SetTag(SpanAttributes.Region, call.ResolvedEndpoint?.SigningRegion);
        span.SetTag(SpanAttributes.RequestId, CallFacts.RequestId(call));
        span.SetTag(SpanAttributes.Bucket, call.Request.Bucket);
        span.SetTag(SpanAttributes.Key, call.Request.GreedyLabel);
        span.SetTag(SpanAttributes.RetryCount, call.Retries);
        Http(span, call);
    }

    internal static void Resilience(Activity span, CircuitState circuit, long? permits)
    {
        span.SetTag(SpanAttributes.CircuitState, circuit switch
        {
            CircuitState.Open => "open",
            CircuitState.HalfOpen => "half_open",
            _ => "closed",
        });
        span.SetTag(SpanAttributes.RateLimitRemaining, permits);
    }

    internal static void Http(Activity span, ServiceCall call)
    {
        if (!span.IsAllDataRequested)
        {
            return;
        }

        span.SetTag(SpanAttributes.HttpMethod, call.Operation.Method.Method);
        span.SetTag(SpanAttributes.HttpUrl, call.ResolvedEndpoint is null ? null : Redaction.Url(call.Url.ToString()));
        span.SetTag(SpanAttributes.HttpStatusCode, CallFacts.Status(call));
        span.SetTag(SpanAttributes.RequestLength, call.Payload.IsPresent ? call.Payload.Length : null);
        span.SetTag(SpanAttributes.ResponseLength, CallFacts.ResponseLength(call));
    }

    internal static void Outcome(Activity span, CallError? error)
    {
        if (error is { } found)
        {
            span.SetTag(SpanAttributes.ErrorType, found.Type);
            span.SetStatus(ActivityStatusCode.Error, found.Description);
        }
    }
}
