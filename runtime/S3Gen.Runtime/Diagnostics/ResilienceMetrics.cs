using System.Diagnostics.Metrics;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>What resilience counts, on the meter <c>S3Gen</c>.</summary>
internal static class ResilienceMetrics
{
    private static readonly Meter Meter = new("S3Gen");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("s3_retries_total", description: "Attempts beyond the first.");

    private static readonly Counter<long> Trips = Meter.CreateCounter<long>("s3_circuit_breaker_trips_total", description: "Circuits that opened.");

    private static readonly Counter<long> RateLimitHits = Meter.CreateCounter<long>(
        "s3_rate_limit_hits_total", description: "Requests that had to wait for the client's rate limit, or were refused by it.");

    private static readonly Gauge<int> CircuitStates = Meter.CreateGauge<int>(
        "s3_circuit_breaker_state", description: "0 closed, 1 half-open, 2 open; told when it changes.");

    internal static void Retried(ServiceCall call) =>
        Retries.Add(1, new("operation", call.Operation.Name), new("region", call.Endpoint.SigningRegion), new("bucket", call.Request.Bucket));

    internal static void RateLimited(ServiceCall call) => RateLimitHits.Add(1, new KeyValuePair<string, object?>("bucket", call.Request.Bucket));

    internal static void CircuitChanged(CircuitStatus status)
    {
        KeyValuePair<string, object?> bucket = new("bucket", status.Bucket);
        CircuitStates.Record((int)status.State, bucket);
        if (status.State == CircuitState.Open)
        {
            Trips.Add(1, bucket);
        }
    }
}
