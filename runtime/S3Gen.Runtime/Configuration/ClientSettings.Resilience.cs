namespace S3Gen.Runtime.Configuration;

internal sealed partial class ClientSettings
{
    internal TimeSpan ThrottlingBackoff { get; }

    /// <summary>0 if circuits stay closed.</summary>
    internal int CircuitFailureThreshold { get; }

    internal TimeSpan CircuitResetTimeout { get; }

    internal int CircuitHalfOpenRequests { get; }

    /// <summary>Null without a limit.</summary>
    internal int? RateLimitRequestsPerSecond { get; }

    /// <summary>Null for the requests of one second.</summary>
    internal int? RateLimitBurst { get; }

    internal int RateLimitQueueLimit { get; }

    /// <summary>Null if nothing is sent twice.</summary>
    internal TimeSpan? HedgingDelay { get; }
}
