using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;

namespace S3Gen;

/// <summary>
/// Tells whether a client can do its work: credentials can be found, the service answers and accepts them, no circuit is open, and it
/// is not slow. Each check sends one request, with the client's retries and time limits. It is thread-safe.
/// </summary>
/// <example>
/// <code>
/// HealthStatus status = await new S3HealthCheck(s3, new() { Bucket = "photos" }).CheckAsync();
/// </code>
/// </example>
public sealed class S3HealthCheck
{
    private readonly ClientHealth _health;
    private volatile HealthStatus? _last;

    /// <summary>Makes a check of a client.</summary>
    /// <param name="client">The client; it is not disposed.</param>
    /// <param name="options">What to ask for; null for the defaults.</param>
    /// <exception cref="ArgumentException"><see cref="S3HealthCheckOptions.Bucket"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="S3HealthCheckOptions.SlowThreshold"/> is not positive.</exception>
    public S3HealthCheck(S3Client client, S3HealthCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        string? bucket = options?.Bucket;
        if (bucket is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(bucket, nameof(S3HealthCheckOptions.Bucket));
        }

        TimeSpan slow = (options ?? new S3HealthCheckOptions()).SlowThreshold;
        if (slow != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(slow, TimeSpan.Zero, nameof(S3HealthCheckOptions.SlowThreshold));
        }

        Func<CancellationToken, Task> probe = bucket is null ? token => ListAsync(client, token) : token => client.HeadBucketAsync(bucket, token);
        _health = client.CreateHealth(probe, slow == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : slow);
    }

    /// <summary>What the last check has found; null before the first.</summary>
    public HealthStatus? Last => _last;

    /// <summary>Checks now.</summary>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    public async Task<HealthStatus> CheckAsync(CancellationToken cancellationToken = default) =>
        _last = await _health.CheckAsync(cancellationToken).ConfigureAwait(false);

    private static async Task ListAsync(S3Client client, CancellationToken cancellationToken)
    {
        try
        {
            await client.ListBucketsAsync(new ListBucketsRequest { MaxBuckets = 1 }, cancellationToken).ConfigureAwait(false);
        }
        catch (S3Exception e) when (e.ErrorCode == "AccessDenied")
        {
            // Permission to list all buckets is rarely given; what matters is that the service knows who asks.
        }
    }
}
