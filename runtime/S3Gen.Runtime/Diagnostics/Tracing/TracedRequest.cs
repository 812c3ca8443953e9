using System.Diagnostics;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>A request that notes how far it has got. The transport tells by what it asks for: each header's encoding, when it writes or reads it.</summary>
internal sealed class TracedRequest(HttpMethod method, Uri url) : HttpRequestMessage(method, url)
{
    private readonly DateTime _started = DateTime.UtcNow;
    private DateTime? _connected;
    private DateTime? _answered;

    /// <summary>A header is written: there is a connection.</summary>
    internal static void Writing(HttpRequestMessage request)
    {
        if (request is TracedRequest traced)
        {
            traced._connected ??= DateTime.UtcNow;
        }
    }

    /// <summary>A header of the response is read, or all of them were.</summary>
    internal static void Reading(HttpRequestMessage request)
    {
        if (request is TracedRequest traced)
        {
            traced._answered ??= DateTime.UtcNow;
        }
    }

    /// <summary>Makes spans of the stages that were reached. Transports of others do not tell when they have a connection.</summary>
    internal void RecordStages(Activity span)
    {
        DateTime now = DateTime.UtcNow;
        if (_connected is { } connected)
        {
            Tracing.Record(span, SpanNames.ConnectionAcquire, _started, connected);
        }

        Tracing.Record(span, SpanNames.RequestSend, _connected ?? _started, _answered ?? now);
        if (_answered is { } answered)
        {
            Tracing.Record(span, SpanNames.ResponseReceive, answered, now);
        }
    }
}
