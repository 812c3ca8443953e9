using System.Diagnostics;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>A request that notes when it got as far as it did.</summary>
internal sealed class TracedRequest(HttpMethod method, Uri url) : AttemptRequest(method, url)
{
    private readonly DateTime _started = DateTime.UtcNow;
    private DateTime? _connected;
    private DateTime? _answered;

    internal override void OnWriting()
    {
        base.OnWriting();
        _connected ??= DateTime.UtcNow;
    }

    internal override void OnReading() => _answered ??= DateTime.UtcNow;

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
