using System.Diagnostics;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>Where spans come from. Their times are those of the machine's clock, as those of all other spans are.</summary>
internal static class Tracing
{
    internal static readonly ActivitySource Source = new(S3GenTelemetry.ActivitySourceName);

    /// <summary>A span under another, whichever is the current one.</summary>
    internal static Activity? StartUnder(Activity parent, string name) => Source.StartActivity(name, ActivityKind.Internal, parent.Context);

    /// <summary>A span within the current one, if that has the given name; signatures outside of operations have none.</summary>
    internal static Activity? StartWithin(string parent, string name) =>
        Source.HasListeners() && Activity.Current is { } current && current.OperationName == parent ? Source.StartActivity(name) : null;

    /// <summary>A span of what is over.</summary>
    internal static void Record(Activity parent, string name, DateTime start, DateTime end)
    {
        using Activity? span = Source.StartActivity(name, ActivityKind.Internal, parent.Context, startTime: start);
        span?.SetEndTime(end);
    }
}
