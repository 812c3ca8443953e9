using Microsoft.Extensions.Diagnostics.HealthChecks;
using S3Gen.Runtime;
using Reported = Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus;

namespace S3Gen.Extensions;

/// <summary>A client's health as ASP.NET Core reports it.</summary>
internal sealed class ContainerHealthCheck(S3HealthCheck check) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Runtime.HealthStatus status = await check.CheckAsync(cancellationToken).ConfigureAwait(false);
        Reported reported = status.State switch
        {
            HealthState.Healthy => Reported.Healthy,
            HealthState.Degraded => Reported.Degraded,
            _ => context.Registration.FailureStatus,
        };
        return new HealthCheckResult(reported, status.Details.ErrorMessage, exception: null, Describe(status));
    }

    private static Dictionary<string, object> Describe(Runtime.HealthStatus status)
    {
        Dictionary<string, object> data = new(StringComparer.Ordinal)
        {
            ["last_check"] = status.LastCheck,
            ["credentials_ok"] = status.Details.CredentialsOk,
            ["connectivity_ok"] = status.Details.ConnectivityOk,
            ["circuit_breaker_state"] = status.Details.CircuitState.ToString(),
            ["active_connections"] = status.Details.ActiveConnections,
        };
        if (status.Latency is { } latency)
        {
            data["latency_ms"] = (long)latency.TotalMilliseconds;
        }

        if (status.Details.ErrorMessage is { } message)
        {
            data["error_message"] = message;
        }

        return data;
    }
}
