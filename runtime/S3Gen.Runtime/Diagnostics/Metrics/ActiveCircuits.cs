using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using S3Gen.Runtime.Resilience.CircuitBreaker;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>The circuits of all clients that are not disposed. They are asked when somebody collects, so that what is gone is not shown as open for ever.</summary>
internal static class ActiveCircuits
{
    private static readonly ConcurrentDictionary<Circuits, byte> All = new();

    internal static void Add(Circuits circuits) => All.TryAdd(circuits, 0);

    internal static void Remove(Circuits circuits) => All.TryRemove(circuits, out _);

    internal static IEnumerable<Measurement<int>> Observe()
    {
        Dictionary<string, CircuitState> worst = new(StringComparer.Ordinal);
        foreach ((Circuits circuits, _) in All)
        {
            foreach ((string? bucket, CircuitState state) in circuits.States)
            {
                string label = bucket ?? string.Empty;
                worst[label] = worst.TryGetValue(label, out CircuitState other) && other > state ? other : state;
            }
        }

        foreach ((string bucket, CircuitState state) in worst)
        {
            yield return new Measurement<int>((int)state, MetricLabels.Of(bucket));
        }
    }
}
