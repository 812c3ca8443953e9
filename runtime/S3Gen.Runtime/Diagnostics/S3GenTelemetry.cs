namespace S3Gen.Runtime;

/// <summary>The names under which clients offer spans and measurements. They cost next to nothing while nobody subscribes.</summary>
/// <seealso href="https://learn.microsoft.com/dotnet/core/diagnostics/observability-with-otel"/>
public static class S3GenTelemetry
{
    /// <summary>Name of the <see cref="System.Diagnostics.ActivitySource"/>: <c>S3Gen</c>.</summary>
    public const string ActivitySourceName = "S3Gen";

    /// <summary>Name of the <see cref="System.Diagnostics.Metrics.Meter"/>: <c>S3Gen</c>.</summary>
    public const string MeterName = "S3Gen";
}
