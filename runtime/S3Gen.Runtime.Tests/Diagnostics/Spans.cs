using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace S3Gen.Runtime.Tests.Diagnostics;

/// <summary>Collects the spans of the operations on one bucket by OpenTelemetry's own exporter.</summary>
internal sealed class Spans : IDisposable
{
    private readonly List<Activity> _all = [];
    private readonly TracerProvider _provider;
    private readonly string _bucket;

    public Spans(string bucket)
    {
        _bucket = bucket;
        _provider = Sdk.CreateTracerProviderBuilder().AddSource(S3GenTelemetry.ActivitySourceName).AddInMemoryExporter(_all).Build();
    }

    /// <summary>The operation's span.</summary>
    public Activity Root => Snapshot().Single(span => span.OperationName == "s3.operation" && (string?)span.GetTagItem("s3.bucket") == _bucket);

    public void Dispose() => _provider.Dispose();

    /// <summary>The tree as text: each span behind its depth, in the order of their starts.</summary>
    public string[] Tree()
    {
        Activity[] all = Snapshot();
        List<string> lines = [];
        Walk(Root, 0);
        return [.. lines];

        void Walk(Activity span, int depth)
        {
            lines.Add(new string(' ', depth * 2) + span.OperationName);
            foreach (Activity child in all.Where(child => child.ParentSpanId == span.SpanId).OrderBy(static child => child.StartTimeUtc))
            {
                Walk(child, depth + 1);
            }
        }
    }

    public Activity Find(string name) => All(name).First();

    public Activity[] All(string name) => [.. Snapshot().Where(span => span.OperationName == name && span.TraceId == Root.TraceId)];

    private Activity[] Snapshot()
    {
        _provider.ForceFlush();
        lock (_all)
        {
            return [.. _all];
        }
    }
}
