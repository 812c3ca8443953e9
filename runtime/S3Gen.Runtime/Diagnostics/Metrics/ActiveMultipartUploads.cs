using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>How many multipart uploads are under way for each bucket. Those that another process has begun and this one ends do not make it less than none.</summary>
internal static class ActiveMultipartUploads
{
    private static readonly ConcurrentDictionary<string, long> Counts = new(StringComparer.Ordinal);

    internal static void Began(string? bucket) => Counts.AddOrUpdate(bucket ?? string.Empty, 1, static (_, count) => count + 1);

    internal static void Ended(string? bucket) => Counts.AddOrUpdate(bucket ?? string.Empty, 0, static (_, count) => Math.Max(0, count - 1));

    internal static IEnumerable<Measurement<long>> Observe()
    {
        foreach ((string bucket, long count) in Counts)
        {
            yield return new Measurement<long>(count, MetricLabels.Of(bucket));
        }
    }
}
