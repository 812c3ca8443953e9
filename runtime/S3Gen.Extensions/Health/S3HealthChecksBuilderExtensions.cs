using Microsoft.Extensions.Diagnostics.HealthChecks;
using S3Gen;
using S3Gen.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Brings the health of S3 clients into an application's.</summary>
public static class S3HealthChecksBuilderExtensions
{
    /// <summary>Adds a check of a client that <c>AddS3Client</c> has added: credentials, the service's answer, circuits, latency.</summary>
    /// <param name="builder">The application's checks.</param>
    /// <param name="clientName">The client's name; null for the application's own.</param>
    /// <param name="name">The check's name. Default: <c>s3</c>, or <c>s3-</c> and the client's name.</param>
    /// <param name="options">What to ask for; null for the defaults.</param>
    /// <param name="failureStatus">What is reported instead of unhealthy; null for unhealthy.</param>
    /// <param name="tags">The check's tags; null for none.</param>
    /// <param name="timeout">Longest time of the check; null for the client's own limits.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddS3(
        this IHealthChecksBuilder builder,
        string? clientName = null,
        string? name = null,
        S3HealthCheckOptions? options = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name ?? (clientName is null ? "s3" : $"s3-{clientName}"),
            provider => new ContainerHealthCheck(new S3HealthCheck(
                clientName is null ? provider.GetRequiredService<S3Client>() : provider.GetRequiredKeyedService<S3Client>(clientName), options)),
            failureStatus,
            tags,
            timeout));
    }
}
