namespace S3Gen.Runtime;

public partial class ClientOptions
{
    /// <summary>Longest time to make a connection. Default: <c>S3_INTEGRATION_CONNECT_TIMEOUT_MS</c>, then 5 s.</summary>
    public TimeSpan? ConnectTimeout { get => field ?? BasedOn?.ConnectTimeout; init; }

    /// <summary>
    /// Longest time without progress: nothing sent, nothing received. It ends an attempt, which is tried again; while a response's
    /// body is streamed it ends the stream. Default: <c>S3_INTEGRATION_READ_TIMEOUT_MS</c>, then 30 s;
    /// <see cref="Timeout.InfiniteTimeSpan"/> waits forever.
    /// </summary>
    public TimeSpan? ReadTimeout { get => field ?? BasedOn?.ReadTimeout; init; }

    /// <summary>
    /// Longest time of an operation with all its retries, until its response, or its streamed response's head, is there. Time in which
    /// a request body of more than 64 KiB is being sent does not count. Default: <c>S3_INTEGRATION_TIMEOUT_MS</c>,
    /// <c>S3_TIMEOUT_MS</c>, then 60 s; <see cref="Timeout.InfiniteTimeSpan"/> sets no limit.
    /// </summary>
    public TimeSpan? OperationTimeout { get => field ?? BasedOn?.OperationTimeout; init; }

    /// <summary>
    /// How often a failed attempt is repeated, 0 to 100. Default: <c>S3_INTEGRATION_MAX_RETRIES</c>, <c>S3_MAX_RETRIES</c>, one less
    /// than <c>AWS_MAX_ATTEMPTS</c>, the profile's <c>max_retries</c> under <c>s3</c>, one less than its <c>max_attempts</c>, then 3.
    /// </summary>
    public int? MaxRetries { get => field ?? BasedOn?.MaxRetries; init; }

    /// <summary>
    /// Upper bound of the random pause before the first retry; it grows with each further one. Default:
    /// <c>S3_INTEGRATION_INITIAL_BACKOFF_MS</c>, then 100 ms.
    /// </summary>
    public TimeSpan? InitialBackoff { get => field ?? BasedOn?.InitialBackoff; init; }

    /// <summary>Upper bound of any pause before a retry. Default: <c>S3_INTEGRATION_MAX_BACKOFF_MS</c>, then 20 s.</summary>
    public TimeSpan? MaxBackoff { get => field ?? BasedOn?.MaxBackoff; init; }

    /// <summary>
    /// What the bound of the pause is multiplied by from retry to retry, 1 to 10. Default: <c>S3_INTEGRATION_BACKOFF_MULTIPLIER</c>,
    /// then 2.
    /// </summary>
    public double? BackoffMultiplier { get => field ?? BasedOn?.BackoffMultiplier; init; }
}
