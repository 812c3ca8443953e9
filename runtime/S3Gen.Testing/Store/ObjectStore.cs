using System.Collections.Concurrent;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Store.Folders;

namespace S3Gen.Testing.Store;

/// <summary>All buckets, in memory, and in a folder where there is one. The operations know nothing else of where objects are kept.</summary>
internal sealed class ObjectStore
{
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly string? _directory;

    /// <exception cref="IOException">The folder cannot be read, or made.</exception>
    internal ObjectStore(string? directory = null)
    {
        _directory = directory;
        foreach (string path in directory is null ? [] : Directory.CreateDirectory(directory).EnumerateDirectories().Select(static folder => folder.FullName))
        {
            BucketFolder folder = new(path);
            if (folder.ReadBucket() is { } record)
            {
                _buckets[record.Name] = new Bucket(record, folder);
            }
        }
    }

    /// <summary>Makes a bucket known that is ready for use.</summary>
    /// <returns>Whether there was none of its name.</returns>
    internal bool TryAdd(Bucket bucket)
    {
        if (!_buckets.TryAdd(bucket.Name, bucket))
        {
            return false;
        }
        if (_directory is not null)
        {
            bucket.KeepIn(new BucketFolder(Path.Combine(_directory, bucket.Name)));
        }
        return true;
    }

    internal Bucket? TryFind(string name) => _buckets.GetValueOrDefault(name);

    internal Bucket Bucket(string name) => _buckets.TryGetValue(name, out Bucket? bucket) ? bucket : throw Faults.NoSuchBucket(name);

    internal void DeleteBucket(string name)
    {
        Bucket(name).MarkDeleted();
        _buckets.TryRemove(name, out _);
    }

    internal IReadOnlyList<Bucket> Buckets() => [.. _buckets.Values.OrderBy(static bucket => bucket.Name, Utf8Order.Instance)];
}
