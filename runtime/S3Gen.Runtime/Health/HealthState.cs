namespace S3Gen.Runtime;

/// <summary>Whether a client can do its work, from good to bad.</summary>
public enum HealthState
{
    /// <summary>All checks passed.</summary>
    Healthy = 0,

    /// <summary>It works, but slowly, or a circuit is not closed.</summary>
    Degraded = 1,

    /// <summary>The service cannot be reached, or there is nothing to authenticate with, or it refuses what there is.</summary>
    Unhealthy = 2,
}
