namespace S3Gen.Runtime;

/// <summary>How the circuit of one bucket at one endpoint stands.</summary>
public sealed record CircuitStatus
{
    /// <summary>Host and port of the endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The bucket; null for operations without one.</summary>
    public string? Bucket { get; init; }

    /// <summary>Whether requests are let through.</summary>
    public required CircuitState State { get; init; }

    /// <summary>How many attempts in a row have failed; 0 after a success.</summary>
    public required int ConsecutiveFailures { get; init; }

    /// <summary>When the next trial is let through, UTC; null unless the circuit is open.</summary>
    public DateTimeOffset? OpenUntil { get; init; }
}
