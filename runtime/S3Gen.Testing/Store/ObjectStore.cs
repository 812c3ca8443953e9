using System.Collections.Concurrent;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Store;

/// <summary>All buckets, in memory. The operations know nothing else of where objects are kept.</summary>
internal sealed class ObjectStore
{
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Makes a bucket known that is ready for use.</summary>
    internal void Add(Bucket bucket)
    {
        if (!_buckets.TryAdd(bucket.Name, bucket))
        {
            throw Faults.BucketAlreadyOwnedByYou(bucket.Name);
        }
    }

    internal Bucket Bucket(string name) => _buckets.TryGetValue(name, out Bucket? bucket) ? bucket : throw Faults.NoSuchBucket(name);

    internal void DeleteBucket(string name)
    {
        Bucket(name).MarkDeleted();
        _buckets.TryRemove(name, out _);
    }

    internal IReadOnlyList<Bucket> Buckets() => [.. _buckets.Values.OrderBy(static bucket => bucket.Name, Utf8Order.Instance)];
}
