namespace S3Gen;

/// <summary>What a health check asks for.</summary>
public sealed class S3HealthCheckOptions
{
    /// <summary>
    /// The bucket whose head is asked for. Default: none; then the list of buckets is asked for, and an answer that this is not
    /// allowed counts as a good one: the service was reached and knows the credentials.
    /// </summary>
    public string? Bucket { get; set; }

    /// <summary>From which time on an answer is slow, and the client degraded. Positive; <see cref="Timeout.InfiniteTimeSpan"/> calls none slow. Default 1 s.</summary>
    public TimeSpan SlowThreshold { get; set; } = TimeSpan.FromSeconds(1);
}
