using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>The connections of a client, by host. All clients' are found by the meter.</summary>
internal sealed class ConnectionPools : IDisposable
{
    private const int Capacity = 1024;

    private static readonly ConcurrentDictionary<ConnectionPools, byte> All = new();

    private readonly int _limit;
    private readonly ConcurrentDictionary<string, HostConnections> _hosts = new(StringComparer.OrdinalIgnoreCase);

    internal ConnectionPools(int limit)
    {
        _limit = limit;
        All.TryAdd(this, 0);
    }

    /// <summary>How many exchanges hold a connection, streamed bodies that are being read included.</summary>
    internal int InUse
    {
        get
        {
            int sum = 0;
            foreach ((_, HostConnections host) in _hosts)
            {
                sum += host.InUse;
            }

            return sum;
        }
    }

    public void Dispose() => All.TryRemove(this, out _);

    internal HostConnections Of(string authority, string? bucket) =>
        _hosts.TryGetValue(authority, out HostConnections? host) ? host : Add(authority, bucket);

    internal static IEnumerable<Measurement<long>> Observe(Func<HostConnections, int> measure)
    {
        Dictionary<string, long> sums = new(StringComparer.Ordinal);
        foreach ((ConnectionPools pools, _) in All)
        {
            foreach ((_, HostConnections host) in pools._hosts)
            {
                sums[host.Bucket] = sums.GetValueOrDefault(host.Bucket) + measure(host);
            }
        }

        foreach ((string bucket, long sum) in sums)
        {
            yield return new Measurement<long>(sum, MetricLabels.Of(bucket));
        }
    }

    private HostConnections Add(string authority, string? bucket)
    {
        if (_hosts.Count >= Capacity)
        {
            Forget();
        }

        bool isItsOwn = bucket is not null && authority.StartsWith(bucket, StringComparison.OrdinalIgnoreCase) && authority.AsSpan(bucket.Length).StartsWith(".");
        return _hosts.GetOrAdd(authority, new HostConnections(isItsOwn ? bucket! : string.Empty, _limit));
    }

    /// <summary>Forgets the hosts to which nobody is connected.</summary>
    private void Forget()
    {
        foreach ((string authority, HostConnections host) in _hosts)
        {
            if (host.Open == 0 && host.InUse == 0)
            {
                _hosts.TryRemove(authority, out _);
            }
        }
    }
}
