using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using S3Gen.Runtime;

namespace S3Gen.Extensions;

/// <summary>Subscribes OpenTelemetry to what clients tell.</summary>
public static class S3GenInstrumentationExtensions
{
    /// <summary>Collects the spans of all clients.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static TracerProviderBuilder AddS3GenInstrumentation(this TracerProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddSource(S3GenTelemetry.ActivitySourceName);
    }

    /// <summary>Collects the measurements of all clients, with the buckets that they advise.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static MeterProviderBuilder AddS3GenInstrumentation(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddMeter(S3GenTelemetry.MeterName);
    }
}
