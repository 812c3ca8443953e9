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
}
