using System.Collections.Concurrent;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.Endpoints;

/// <summary>Keeps a client's endpoints, one for each bucket and what else they depend on; when there are too many all are forgotten.</summary>
internal sealed class EndpointCache(ServiceInfo service, ClientSettings settings, string? region = null)
{
    internal const int Capacity = 1024;

    private readonly ConcurrentDictionary<EndpointKey, Endpoint> _endpoints = new();
    private readonly IEndpointResolver _resolver = settings.Options.EndpointResolver ?? service.EndpointRules ?? DefaultEndpointResolver.Instance;
    private int _count;

    /// <summary>Whether the prefixes that operations have for the host name are left out.</summary>
    internal bool DisablesHostPrefix { get; } = settings.DisableHostPrefix;

    /// <exception cref="ArgumentException">No endpoint can be found for these parameters.</exception>
    internal Endpoint Resolve(string? bucket, in EndpointInputs inputs)
    {
        EndpointKey key = new(bucket, inputs);
        if (_endpoints.TryGetValue(key, out Endpoint? endpoint))
        {
            return endpoint;
        }

        endpoint = Find(bucket, inputs);
        if (inputs.CanBeKey)
        {
            Keep(key, endpoint);
        }

        return endpoint;
    }

    private Endpoint Find(string? bucket, in EndpointInputs inputs) => _resolver.Resolve(new EndpointParameters
    {
        Region = region ?? settings.Region,
        EndpointPrefix = service.EndpointPrefix,
        SigningName = service.SigningName,
        Bucket = bucket,
        Inputs = inputs,
        EndpointUrl = settings.EndpointUrl,
        ForcePathStyle = settings.ForcePathStyle,
        UseDualStack = settings.UseDualStack,
        UseFips = settings.UseFips,
        UseAccelerate = settings.UseAccelerate,
        UseArnRegion = settings.UseArnRegion,
        DisableMultiRegionAccessPoints = settings.DisableMultiRegionAccessPoints,
        DisableS3ExpressSessionAuth = settings.DisableS3ExpressSessionAuth,
        UseUsEast1GlobalEndpoint = settings.UseUsEast1GlobalEndpoint,
        Options = settings.Options,
    });

    private void Keep(in EndpointKey key, Endpoint endpoint)
    {
        if (Interlocked.Increment(ref _count) > Capacity)
        {
            _endpoints.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _endpoints[key] = endpoint;
    }
}
