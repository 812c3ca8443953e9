namespace S3Gen.Runtime;

public partial class ClientOptions
{
    /// <summary>
    /// How often a failed attempt is repeated, 0 to 100. Default: <c>S3_INTEGRATION_MAX_RETRIES</c>, <c>S3_MAX_RETRIES</c>, one less
    /// than <c>AWS_MAX_ATTEMPTS</c>, the profile's <c>max_retries</c> under <c>s3</c>, one less than its <c>max_attempts</c>, then 3.
    /// </summary>
    /// <remarks>
    /// What is repeated: 429, 500, 502, 503, 504, S3's codes for faults that pass and for throttling, and broken connections; never
    /// another error. A request that may have been carried out is repeated only where the model says that this does no harm. Across
    /// all operations of a client, retries also take from a budget that successes fill again, so that an outage is not made worse.
    /// </remarks>
    public int? MaxRetries { get => field ?? BasedOn?.MaxRetries; init; }

    /// <summary>Upper bound of the random pause before the first retry. Default: <c>S3_INTEGRATION_INITIAL_BACKOFF_MS</c>, then 100 ms.</summary>
    public TimeSpan? InitialBackoff { get => field ?? BasedOn?.InitialBackoff; init; }

    /// <summary>The same after a service has asked to slow down. Default: <c>S3_INTEGRATION_THROTTLING_BACKOFF_MS</c>, then 1 s.</summary>
    public TimeSpan? ThrottlingBackoff { get => field ?? BasedOn?.ThrottlingBackoff; init; }

    /// <summary>
    /// Upper bound of any pause before a retry, also of one that the service asks for by <c>Retry-After</c> (RFC 9110, 10.2.3) or
    /// <c>x-amz-retry-after</c>. Default: <c>S3_INTEGRATION_MAX_BACKOFF_MS</c>, then 20 s.
    /// </summary>
    public TimeSpan? MaxBackoff { get => field ?? BasedOn?.MaxBackoff; init; }

    /// <summary>What the bound of the pause is multiplied by from retry to retry, 1 to 10. Default: <c>S3_INTEGRATION_BACKOFF_MULTIPLIER</c>, then 2.</summary>
    public double? BackoffMultiplier { get => field ?? BasedOn?.BackoffMultiplier; init; }

    /// <summary>
    /// How many attempts in a row must fail for the circuit of their bucket and endpoint to open, 0 to 1,000; 0 leaves it closed for
    /// ever. Default: <c>S3_INTEGRATION_CB_THRESHOLD</c>, then 5.
    /// </summary>
    /// <remarks>
    /// Only what speaks of the service's health counts: 429, 500, 502, 503, 504 and connections that fail or time out. Any other
    /// answer, also an error like 404, ends the row. While a circuit is open its operations end at once with a
    /// <see cref="CircuitOpenException"/>, and those under way are not tried again.
    /// </remarks>
    public int? CircuitFailureThreshold { get => field ?? BasedOn?.CircuitFailureThreshold; init; }

    /// <summary>How long a circuit stays open before trials are let through. Default: <c>S3_INTEGRATION_CB_RESET_MS</c>, then 30 s.</summary>
    public TimeSpan? CircuitResetTimeout { get => field ?? BasedOn?.CircuitResetTimeout; init; }

    /// <summary>How many trial requests must succeed for a circuit to close; one that fails opens it again. 1 to 1,000. Default: <c>S3_INTEGRATION_CB_HALF_OPEN</c>, then 3.</summary>
    public int? CircuitHalfOpenRequests { get => field ?? BasedOn?.CircuitHalfOpenRequests; init; }

    /// <summary>
    /// Who is told when a circuit opens, half-opens or closes. It is called on the thread of the operation that was the cause and
    /// should return at once; what it throws is logged and goes no further. Default: nobody.
    /// </summary>
    public Action<CircuitStatus>? OnCircuitStateChanged { get => field ?? BasedOn?.OnCircuitStateChanged; init; }

    /// <summary>
    /// Most requests per second that the client sends, retries included, 1 to 1,000,000. Default: <c>S3_INTEGRATION_RATE_LIMIT_RPS</c>,
    /// then no limit.
    /// </summary>
    public int? RateLimitRequestsPerSecond { get => field ?? BasedOn?.RateLimitRequestsPerSecond; init; }

    /// <summary>How many requests may be sent at once after a time without any, 1 to 1,000,000. Default: <c>S3_INTEGRATION_RATE_LIMIT_BURST</c>, then those of one second.</summary>
    public int? RateLimitBurst { get => field ?? BasedOn?.RateLimitBurst; init; }

    /// <summary>
    /// How many requests may wait for their turn, 0 to 1,000,000; what comes on top fails with a <see cref="RateLimitExceededException"/>.
    /// Default: <c>S3_INTEGRATION_RATE_LIMIT_QUEUE</c>, then 1,000.
    /// </summary>
    public int? RateLimitQueueLimit { get => field ?? BasedOn?.RateLimitQueueLimit; init; }

    /// <summary>
    /// How long a GET or HEAD may take before it is sent a second time; the first answer counts, and the other request is given up. At
    /// most 5 % of the operations are sent twice. Default: <c>S3_INTEGRATION_HEDGING_DELAY_MS</c>, then never.
    /// </summary>
    /// <remarks>Choose a time that few answers take, such as the 95th percentile. A streamed body counts as answered when its headers are there.</remarks>
    public TimeSpan? HedgingDelay { get => field ?? BasedOn?.HedgingDelay; init; }
}
