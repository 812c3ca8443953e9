using System.Collections.Concurrent;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.Endpoints;

/// <summary>Keeps a client's endpoints, one for each bucket; when there are too many all are forgotten.</summary>
internal sealed class EndpointCache(ServiceInfo service, ClientSettings settings, string? region = null)
{
    internal const int Capacity = 1024;

    private readonly ConcurrentDictionary<string, Endpoint> _endpoints = new(StringComparer.Ordinal);
    private readonly IEndpointResolver _resolver = settings.Options.EndpointResolver ?? DefaultEndpointResolver.Instance;
    private int _count;

    internal Endpoint Resolve(string? bucket)
    {
        string key = bucket ?? string.Empty;
        return _endpoints.TryGetValue(key, out Endpoint? endpoint) ? endpoint : Add(key, bucket);
    }

    private Endpoint Add(string key, string? bucket)
    {
        Endpoint endpoint = _resolver.Resolve(new EndpointParameters
        {
            Region = region ?? settings.Region,
            EndpointPrefix = service.EndpointPrefix,
            SigningName = service.SigningName,
            Bucket = bucket,
            EndpointUrl = settings.EndpointUrl,
            ForcePathStyle = settings.ForcePathStyle,
            UseDualStack = settings.UseDualStack,
            UseFips = settings.UseFips,
        });
        if (Interlocked.Increment(ref _count) > Capacity)
        {
            _endpoints.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _endpoints[key] = endpoint;
        return endpoint;
    }
}
