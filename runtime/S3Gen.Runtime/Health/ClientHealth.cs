using System.Net;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Judges a client's health by its credentials, a probe that the caller knows, and its circuits.</summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public sealed class ClientHealth(ClientPipeline pipeline, Func<CancellationToken, Task> probe, TimeSpan slow)
{
    /// <summary>Checks.</summary>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<HealthStatus> CheckAsync(CancellationToken cancellationToken)
    {
        long start = pipeline.TimeProvider.GetTimestamp();
        ServiceException? failure = null;
        try
        {
            await pipeline.GetCredentialsAsync(cancellationToken).ConfigureAwait(false);
            start = pipeline.TimeProvider.GetTimestamp();
            await probe(cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException e)
        {
            failure = e;
        }

        return Judge(failure, pipeline.TimeProvider.GetElapsedTime(start));
    }

    private HealthStatus Judge(ServiceException? failure, TimeSpan elapsed)
    {
        bool isReached = failure is null || failure.StatusCode != 0;
        TimeSpan? latency = isReached ? elapsed : null;
        CircuitState circuit = WorstCircuit();
        HealthState state = failure is not null ? HealthState.Unhealthy
            : circuit != CircuitState.Closed || elapsed > slow ? HealthState.Degraded
            : HealthState.Healthy;
        return new HealthStatus
        {
            State = state,
            Latency = latency,
            LastCheck = pipeline.TimeProvider.GetUtcNow(),
            Details = new HealthDetails
            {
                CredentialsOk = failure is not CredentialsException && failure?.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden),
                ConnectivityOk = isReached,
                CircuitState = circuit,
                ActiveConnections = pipeline.ActiveConnections,
                ErrorMessage = Describe(failure, circuit, elapsed),
            },
        };
    }

    private CircuitState WorstCircuit()
    {
        CircuitState worst = CircuitState.Closed;
        foreach (CircuitStatus circuit in pipeline.Circuits)
        {
            worst = circuit.State > worst ? circuit.State : worst;
        }

        return worst;
    }

    /// <summary>The service's own message is left out: it may repeat an access key id.</summary>
    private string? Describe(ServiceException? failure, CircuitState circuit, TimeSpan elapsed)
    {
        if (failure is not null)
        {
            return failure.StatusCode == 0 ? failure.Message : $"{failure.OperationName} failed: {(int)failure.StatusCode} {failure.ErrorCode}";
        }

        return circuit != CircuitState.Closed ? $"A circuit is {(circuit == CircuitState.Open ? "open" : "half-open")}"
            : elapsed > slow ? $"The service took {elapsed.TotalMilliseconds:0} ms to answer, longer than {slow.TotalMilliseconds:0} ms"
            : null;
    }
}
