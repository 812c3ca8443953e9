namespace S3Gen.Runtime;

/// <summary>What a check of a client's health has found. It holds nothing secret.</summary>
public sealed record HealthStatus
{
    /// <summary>The verdict.</summary>
    public required HealthState State { get; init; }

    /// <summary>How long the service took to answer; null if it was not asked, or did not answer.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>When the check was made, UTC.</summary>
    public required DateTimeOffset LastCheck { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public required HealthDetails Details { get; init; }
}
