using System.Globalization;

namespace S3Gen.Runtime.Configuration;

internal sealed partial class ClientSettings
{
    private const int MaxRetryLimit = 100;
    private const int MaxCircuitCount = 1000;
    private const int MaxRate = 1_000_000;

    private static readonly TimeSpan DefaultCircuitResetTimeout = TimeSpan.FromSeconds(30);

    internal int MaxRetries { get; private set; }

    /// <summary>0 if circuits stay closed.</summary>
    internal int CircuitFailureThreshold { get; private set; }

    internal TimeSpan CircuitResetTimeout { get; private set; }

    /// <summary>Null without a limit.</summary>
    internal int? RateLimitRequestsPerSecond { get; private set; }

    private void ReadResilience(SettingsReader reader)
    {
        MaxRetries = Options.MaxRetries
            ?? reader.Integer("S3_INTEGRATION_MAX_RETRIES") ?? reader.Integer("S3_MAX_RETRIES") ?? ReadMaxAttempts(reader) - 1 ?? 3;
        CircuitFailureThreshold = Options.CircuitFailureThreshold ?? reader.Integer("S3_INTEGRATION_CB_THRESHOLD") ?? 5;
        CircuitResetTimeout = Options.CircuitResetTimeout ?? reader.Milliseconds("S3_INTEGRATION_CB_RESET_MS") ?? DefaultCircuitResetTimeout;
        RateLimitRequestsPerSecond = Options.RateLimitRequestsPerSecond ?? reader.Integer("S3_INTEGRATION_RATE_LIMIT_RPS");
        CheckRetries(reader);
        CheckCircuits(reader);
        CheckRateLimit(reader);
    }

    private static int? ReadMaxAttempts(SettingsReader reader)
    {
        int? attempts = reader.Integer("AWS_MAX_ATTEMPTS");
        reader.Check(attempts is null or > 0, $"AWS_MAX_ATTEMPTS is {attempts}, which is not positive");
        return attempts is > 0 ? attempts : null;
    }

    private void CheckRetries(SettingsReader faults)
    {
        CheckWithin(faults, MaxRetries, 0, MaxRetryLimit, nameof(ClientOptions.MaxRetries));
        faults.CheckTimeout(Options.InitialBackoff, nameof(ClientOptions.InitialBackoff), mayBeInfinite: false);
        faults.CheckTimeout(Options.ThrottlingBackoff, nameof(ClientOptions.ThrottlingBackoff), mayBeInfinite: false);
        faults.CheckTimeout(Options.MaxBackoff, nameof(ClientOptions.MaxBackoff), mayBeInfinite: false);
        faults.Check(
            Options.BackoffMultiplier is >= 1 and <= 10,
            string.Create(CultureInfo.InvariantCulture, $"{nameof(ClientOptions.BackoffMultiplier)} is {Options.BackoffMultiplier}, which is not within 1 and 10"));
    }

    private void CheckCircuits(SettingsReader faults)
    {
        CheckWithin(faults, CircuitFailureThreshold, 0, MaxCircuitCount, nameof(ClientOptions.CircuitFailureThreshold));
        CheckWithin(faults, Options.CircuitHalfOpenRequests, 1, MaxCircuitCount, nameof(ClientOptions.CircuitHalfOpenRequests));
        faults.CheckTimeout(CircuitResetTimeout, nameof(ClientOptions.CircuitResetTimeout), mayBeInfinite: false);
    }

    private void CheckRateLimit(SettingsReader faults)
    {
        CheckWithin(faults, RateLimitRequestsPerSecond ?? 1, 1, MaxRate, nameof(ClientOptions.RateLimitRequestsPerSecond));
        CheckWithin(faults, Options.RateLimitBurst ?? 1, 1, MaxRate, nameof(ClientOptions.RateLimitBurst));
        CheckWithin(faults, Options.RateLimitQueueLimit, 0, MaxRate, nameof(ClientOptions.RateLimitQueueLimit));
    }

    private static void CheckWithin(SettingsReader faults, int value, int least, int most, string name) =>
        faults.Check(value >= least && value <= most, $"{name} is {value}, which is not within {least} and {most}");
}
