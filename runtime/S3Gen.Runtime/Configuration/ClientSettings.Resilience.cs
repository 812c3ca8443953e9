namespace S3Gen.Runtime.Configuration;

internal sealed partial class ClientSettings
{
    internal TimeSpan ThrottlingBackoff { get; private set; }

    /// <summary>0 if circuits stay closed.</summary>
    internal int CircuitFailureThreshold { get; private set; }

    internal TimeSpan CircuitResetTimeout { get; private set; }

    internal int CircuitHalfOpenRequests { get; private set; }

    /// <summary>Null without a limit.</summary>
    internal int? RateLimitRequestsPerSecond { get; private set; }

    /// <summary>Null for the requests of one second.</summary>
    internal int? RateLimitBurst { get; private set; }

    internal int RateLimitQueueLimit { get; private set; }

    /// <summary>Null if nothing is sent twice.</summary>
    internal TimeSpan? HedgingDelay { get; private set; }

    private void ReadResilience(SettingsReader reader)
    {
        ThrottlingBackoff = reader.Read(ResilienceSettings.ThrottlingBackoff);
        CircuitFailureThreshold = reader.Read(ResilienceSettings.CircuitFailureThreshold);
        CircuitResetTimeout = reader.Read(ResilienceSettings.CircuitResetTimeout);
        CircuitHalfOpenRequests = reader.Read(ResilienceSettings.CircuitHalfOpenRequests);
        RateLimitRequestsPerSecond = reader.Read(ResilienceSettings.RateLimitRequestsPerSecond);
        RateLimitBurst = reader.Read(ResilienceSettings.RateLimitBurst);
        HedgingDelay = reader.Read(ResilienceSettings.HedgingDelay);
        RateLimitQueueLimit = reader.Read(ResilienceSettings.RateLimitQueueLimit);
    }
}
