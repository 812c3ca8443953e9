using System.Diagnostics.Metrics;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>Everything that is measured, on the meter <c>S3Gen</c>; names, labels and bounds are the specification's.</summary>
internal static class Instruments
{
    private const long Kilobyte = 1024;
    private const long Megabyte = 1024 * Kilobyte;

    private static readonly Meter Meter = new(S3GenTelemetry.MeterName);

    internal static readonly Counter<long> Requests = Meter.CreateCounter<long>("s3_requests_total", "{request}", "Operations that have ended.");

    internal static readonly Counter<long> Errors = Meter.CreateCounter<long>("s3_errors_total", "{error}", "Operations that have failed.");

    internal static readonly Counter<long> Retries = Meter.CreateCounter<long>("s3_retries_total", "{attempt}", "Attempts beyond the first.");

    internal static readonly Counter<long> CircuitTrips =
        Meter.CreateCounter<long>("s3_circuit_breaker_trips_total", "{trip}", "Circuits that opened.");

    internal static readonly Counter<long> RateLimitHits = Meter.CreateCounter<long>(
        "s3_rate_limit_hits_total", "{hit}", "Requests that had to wait for the client's rate limit, or were refused by it.");

    internal static readonly Counter<long> MultipartCompleted =
        Meter.CreateCounter<long>("s3_multipart_uploads_completed_total", "{upload}", "Multipart uploads that were completed.");

    internal static readonly Counter<long> MultipartAborted =
        Meter.CreateCounter<long>("s3_multipart_uploads_aborted_total", "{upload}", "Multipart uploads that were aborted.");

    internal static readonly Histogram<double> RequestDuration = Meter.CreateHistogram(
        "s3_request_duration_seconds", "s", "Time of an operation with all its attempts, until its response or a stream's head is there.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });

    internal static readonly Histogram<long> RequestSize = Meter.CreateHistogram(
        "s3_request_size_bytes", "By", "Bytes of bodies, by direction.", null,
        new InstrumentAdvice<long>
        {
            HistogramBucketBoundaries = [Kilobyte, 10 * Kilobyte, 100 * Kilobyte, Megabyte, 10 * Megabyte, 100 * Megabyte, 1024 * Megabyte],
        });

    internal static readonly Histogram<long> PartSize = Meter.CreateHistogram(
        "s3_multipart_part_size_bytes", "By", "Bytes of the parts of multipart uploads.", null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [5 * Megabyte, 10 * Megabyte, 25 * Megabyte, 50 * Megabyte, 100 * Megabyte] });

    internal static readonly Histogram<double> SigningDuration = Meter.CreateHistogram(
        "s3_signing_duration_seconds", "s", "Time to sign an attempt.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.0005, 0.001, 0.005, 0.01] });

    internal static readonly UpDownCounter<long> ActiveRequests =
        Meter.CreateUpDownCounter<long>("s3_active_requests", "{request}", "Operations under way.");

    internal static readonly ObservableGauge<int> CircuitStates = Meter.CreateObservableGauge(
        "s3_circuit_breaker_state", ActiveCircuits.Observe, description: "0 closed, 1 half-open, 2 open; the worst of a bucket's circuits.");

    internal static readonly ObservableGauge<long> ActiveUploads = Meter.CreateObservableGauge(
        "s3_active_multipart_uploads", ActiveMultipartUploads.Observe, "{upload}", "Multipart uploads that were begun here and neither completed nor aborted.");

    internal static readonly ObservableGauge<long> PoolSize = Meter.CreateObservableGauge(
        "s3_connection_pool_size", static () => ConnectionPools.Observe(static host => host.Open), "{connection}", "Connections that are open.");

    internal static readonly ObservableGauge<long> PoolAvailable = Meter.CreateObservableGauge(
        "s3_connection_pool_available", static () => ConnectionPools.Observe(static host => host.Idle), "{connection}", "Open connections that nobody uses.");
}
