using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Resilience.CircuitBreaker;

/// <summary>The circuits of a client, one for each bucket and endpoint; when there are too many, those that know nothing are forgotten.</summary>
internal sealed class Circuits : IDisposable
{
    internal const int Capacity = 1024;

    private readonly ConcurrentDictionary<CircuitKey, Circuit> _circuits = new();
    private readonly CircuitOptions _options;
    private readonly Action<CircuitStatus>? _handler;
    private readonly ILogger _logger;
    private int _count;

    internal Circuits(ClientSettings settings, ILogger logger)
    {
        ClientOptions options = settings.Options;
        _options = new CircuitOptions(
            settings.CircuitFailureThreshold, settings.CircuitResetTimeout, settings.CircuitHalfOpenRequests, options.TimeProvider, OnChanged);
        _handler = options.OnCircuitStateChanged;
        _logger = logger;
        ActiveCircuits.Add(this);
    }

    /// <summary>The state of every circuit that is known, with its bucket.</summary>
    internal IEnumerable<(string? Bucket, CircuitState State)> States => _circuits.Values.Select(static circuit => (circuit.Key.Bucket, circuit.State));

    /// <summary>All circuits that are not closed, and those of which the last attempt failed.</summary>
    internal IReadOnlyList<CircuitStatus> Troubled
    {
        get
        {
            List<CircuitStatus> troubled = [];
            foreach ((_, Circuit circuit) in _circuits)
            {
                if (!circuit.IsIdle)
                {
                    troubled.Add(circuit.Status);
                }
            }

            return troubled;
        }
    }

    public void Dispose() => ActiveCircuits.Remove(this);

    internal Circuit Of(ServiceCall call) => Of(new CircuitKey(call.Endpoint.Authority, call.Request.Bucket));

    internal Circuit Of(CircuitKey key) => _circuits.TryGetValue(key, out Circuit? circuit) ? circuit : Add(key);

    private Circuit Add(CircuitKey key)
    {
        if (Interlocked.Increment(ref _count) > Capacity)
        {
            Forget();
        }

        return _circuits.GetOrAdd(key, static (key, options) => new Circuit(key, options), _options);
    }

    /// <summary>Forgets what is idle; if that is not half of them, any others, which then begin anew.</summary>
    private void Forget()
    {
        int kept = 0;
        foreach ((CircuitKey key, Circuit circuit) in _circuits)
        {
            if (circuit.IsIdle || ++kept > Capacity / 2)
            {
                _circuits.TryRemove(key, out _);
            }
        }

        Interlocked.Exchange(ref _count, Math.Min(kept, Capacity / 2) + 1);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A handler that fails must not fail the operation; its exception is logged.")]
    private void OnChanged(CircuitStatus status)
    {
        CallMetrics.CircuitChanged(status);
        Log(status);
        try
        {
            _handler?.Invoke(status);
        }
        catch (Exception e)
        {
            PipelineLog.CircuitHandlerFailed(_logger, e);
        }
    }

    private void Log(CircuitStatus status)
    {
        switch (status.State)
        {
            case CircuitState.Open:
                PipelineLog.CircuitOpened(_logger, status.Bucket, status.Endpoint, status.ConsecutiveFailures, status.OpenUntil);
                break;
            case CircuitState.HalfOpen:
                PipelineLog.CircuitHalfOpened(_logger, status.Bucket, status.Endpoint);
                break;
            default:
                PipelineLog.CircuitClosed(_logger, status.Bucket, status.Endpoint);
                break;
        }
    }
}
