using System.Diagnostics;
using System.Globalization;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>What is measured of calls.</summary>
internal static class CallMetrics
{
    private static readonly KeyValuePair<string, object?> Upload = new(MetricLabels.Direction, "upload");
    private static readonly KeyValuePair<string, object?> Download = new(MetricLabels.Direction, "download");

    /// <summary>Counts a call as being under way.</summary>
    /// <returns>Whether it was counted, and has to be counted off.</returns>
    internal static bool Begin(ServiceCall call)
    {
        if (!Instruments.ActiveRequests.Enabled)
        {
            return false;
        }

        Instruments.ActiveRequests.Add(1, Operation(call), MetricLabels.Of(call.Request.Bucket));
        return true;
    }

    internal static void LeaveActive(ServiceCall call) => Instruments.ActiveRequests.Add(-1, Operation(call), MetricLabels.Of(call.Request.Bucket));

    internal static void End(ServiceCall call, CallError? error)
    {
        if (Instruments.Requests.Enabled)
        {
            string status = CallFacts.Status(call)?.ToString(CultureInfo.InvariantCulture) ?? (error is { IsCanceled: true } ? CallError.Canceled : "none");
            Instruments.Requests.Add(1, [Operation(call), new(MetricLabels.Status, status), Region(call), MetricLabels.Of(call.Request.Bucket)]);
        }

        if (error is { IsCanceled: false } found)
        {
            Instruments.Errors.Add(1, [Operation(call), new(MetricLabels.ErrorType, found.Type), Region(call), MetricLabels.Of(call.Request.Bucket)]);
        }

        if (Instruments.RequestDuration.Enabled)
        {
            Instruments.RequestDuration.Record(call.Clock.Elapsed.TotalSeconds, Operation(call), Region(call), MetricLabels.Of(call.Request.Bucket));
        }

        if (Instruments.RequestSize.Enabled)
        {
            RecordSizes(call);
        }
    }

    internal static void Retried(ServiceCall call) => Instruments.Retries.Add(1, Operation(call), Region(call), MetricLabels.Of(call.Request.Bucket));

    internal static void RateLimited(ServiceCall call) => Instruments.RateLimitHits.Add(1, MetricLabels.Of(call.Request.Bucket));

    internal static void CircuitChanged(CircuitStatus status)
    {
        if (status.State == CircuitState.Open)
        {
            Instruments.CircuitTrips.Add(1, MetricLabels.Of(status.Bucket));
        }
    }

    internal static SignedValues Sign(ISigner signer, ServiceCall call, Credentials credentials)
    {
        if (!Instruments.SigningDuration.Enabled)
        {
            return signer.Sign(call, credentials);
        }

        long start = Stopwatch.GetTimestamp();
        SignedValues signed = signer.Sign(call, credentials);
        Instruments.SigningDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        return signed;
    }

    private static void RecordSizes(ServiceCall call)
    {
        if (call.Payload.IsPresent)
        {
            Instruments.RequestSize.Record(call.Payload.Length, Operation(call), Upload);
        }

        if (call.Operation.Method != HttpMethod.Head && CallFacts.ResponseLength(call) is > 0 and { } length)
        {
            Instruments.RequestSize.Record(length, Operation(call), Download);
        }
    }

    private static KeyValuePair<string, object?> Operation(ServiceCall call) => new(MetricLabels.Operation, call.Operation.SnakeName);

    private static KeyValuePair<string, object?> Region(ServiceCall call) => new(MetricLabels.Region, CallFacts.Region(call));
}
