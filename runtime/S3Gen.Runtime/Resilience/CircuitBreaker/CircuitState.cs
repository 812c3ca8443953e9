namespace S3Gen.Runtime;

/// <summary>Whether requests to a bucket at an endpoint are let through. The numbers are those of the metric <c>s3_circuit_breaker_state</c>.</summary>
public enum CircuitState
{
    /// <summary>They are: the service answers.</summary>
    Closed = 0,

    /// <summary>A few are, to see whether the service has recovered.</summary>
    HalfOpen = 1,

    /// <summary>None is: too many have failed in a row.</summary>
    Open = 2,
}
