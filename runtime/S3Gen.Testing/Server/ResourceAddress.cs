using System.Text;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Server;

internal enum ResourceLevel
{
    Service,
    Bucket,
    Object,
}

/// <summary>What a request is about: the service, a bucket, or an object in one.</summary>
internal sealed record ResourceAddress(string Bucket, string Key)
{
    private const int MaxKeyBytes = 1024;
    private static readonly string[] VirtualHostSuffixes = [".s3.localhost", ".localhost"];

    internal ResourceLevel Level => Bucket.Length == 0 ? ResourceLevel.Service : Key.Length == 0 ? ResourceLevel.Bucket : ResourceLevel.Object;

    internal static ResourceAddress Parse(string host, string rawPath)
    {
        if (BucketOf(host) is { } virtualBucket)
        {
            return Create(virtualBucket, rawPath.AsSpan(1));
        }
        ReadOnlySpan<char> path = rawPath.AsSpan(1);
        int slash = path.IndexOf('/');
        return slash < 0
            ? Create(PercentEncoding.Decode(path), default)
            : Create(PercentEncoding.Decode(path[..slash]), path[(slash + 1)..]);
    }

    private static ResourceAddress Create(string bucket, ReadOnlySpan<char> rawKey) => Of(bucket, PercentEncoding.Decode(rawKey));

    /// <summary>An object, by a key that is decoded already.</summary>
    internal static ResourceAddress Of(string bucket, string key)
    {
        int bytes = Encoding.UTF8.GetByteCount(key);
        if (bytes > MaxKeyBytes)
        {
            throw Faults.KeyTooLong(bytes, MaxKeyBytes);
        }
        return new ResourceAddress(bucket, key);
    }

    /// <summary>Whether a host has a bucket in its name.</summary>
    internal static bool IsVirtualHost(string host) => BucketOf(host) is not null;

    private static string? BucketOf(string host)
    {
        int colon = host.LastIndexOf(':');
        string name = (colon < 0 ? host : host[..colon]).ToLowerInvariant();
        if (name == "s3.localhost")
        {
            return null;
        }
        foreach (string suffix in VirtualHostSuffixes)
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return name[..^suffix.Length];
            }
        }
        return null;
    }
}
