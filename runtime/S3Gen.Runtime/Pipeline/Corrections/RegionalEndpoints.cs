using System.Collections.Concurrent;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Endpoints;

namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>The endpoints of a client: those of its own region, and those of the regions in which it met buckets.</summary>
internal sealed class RegionalEndpoints(ServiceInfo service, ClientSettings settings)
{
    private readonly EndpointCache _own = new(service, settings);
    private readonly ConcurrentDictionary<string, EndpointCache> _others = new(StringComparer.Ordinal);

    internal BucketRegions Regions { get; } = new(settings.Options.TimeProvider);

    /// <summary>The endpoints of the region that a bucket is in, as far as is known.</summary>
    internal EndpointCache For(string? bucket) =>
        Regions.Find(bucket) is { } region && region != settings.Region ? ForRegion(region) : _own;

    /// <summary>There are as many caches as regions that were named at once, which the number of buckets bounds.</summary>
    private EndpointCache ForRegion(string region)
    {
        if (_others.TryGetValue(region, out EndpointCache? endpoints))
        {
            return endpoints;
        }

        if (_others.Count >= BucketRegions.Capacity)
        {
            _others.Clear();
        }

        return _others.GetOrAdd(region, new EndpointCache(service, settings, region));
    }
}
