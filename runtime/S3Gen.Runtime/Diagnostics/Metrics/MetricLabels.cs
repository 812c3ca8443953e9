namespace S3Gen.Runtime.Diagnostics;

/// <summary>The labels of measurements.</summary>
internal static class MetricLabels
{
    internal const string Operation = "operation";
    internal const string Status = "status";
    internal const string Region = "region";
    internal const string Bucket = "bucket";
    internal const string ErrorType = "error_type";
    internal const string Direction = "direction";

    /// <summary>The label of a bucket; empty for operations without one.</summary>
    internal static KeyValuePair<string, object?> Of(string? bucket) => new(Bucket, bucket ?? string.Empty);
}
