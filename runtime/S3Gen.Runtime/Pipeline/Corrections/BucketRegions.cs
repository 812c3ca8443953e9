using System.Collections.Concurrent;

namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>
/// The regions of buckets, as far as the client had to learn them. A bucket never moves, but its name can be given up and taken again
/// elsewhere: a region is believed for a day, or until an answer says otherwise. When there are too many all are forgotten.
/// </summary>
internal sealed class BucketRegions(TimeProvider timeProvider)
{
    internal const int Capacity = 1024;

    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, Known> _regions = new(StringComparer.Ordinal);
    private volatile bool _isUsed;

    /// <summary>The region; null if nothing is known. A client whose configuration is right pays for nothing but a flag.</summary>
    internal string? Find(string? bucket) => _isUsed && bucket is not null ? FindKnown(bucket) : null;

    internal void Set(string bucket, string region)
    {
        if (_regions.Count >= Capacity && !_regions.ContainsKey(bucket))
        {
            _regions.Clear();
        }

        _regions[bucket] = new Known(region, timeProvider.GetTimestamp());
        _isUsed = true;
    }

    internal void Forget(string bucket) => _regions.TryRemove(bucket, out _);

    private string? FindKnown(string bucket)
    {
        if (!_regions.TryGetValue(bucket, out Known? known))
        {
            return null;
        }

        if (timeProvider.GetElapsedTime(known.Since) < Lifetime)
        {
            return known.Region;
        }

        Forget(bucket);
        return null;
    }

    private sealed record Known(string Region, long Since);
}
