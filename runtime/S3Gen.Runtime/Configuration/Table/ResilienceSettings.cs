namespace S3Gen.Runtime.Configuration;

/// <summary>When to stop asking a service that fails, and how much to ask at all.</summary>
internal static class ResilienceSettings
{
    private const int MaxCircuitCount = 1000;
    private const int MaxRate = 1_000_000;

    internal static readonly Setting<TimeSpan> ThrottlingBackoff = new(
        nameof(ClientOptions.ThrottlingBackoff), SettingParsers.Milliseconds, TimeSpan.FromSeconds(1),
        SettingKey.Variable("S3_INTEGRATION_THROTTLING_BACKOFF_MS"),
        SettingKey.Profile("s3.throttling_backoff_ms")) { Rule = SettingRules.Duration };

    internal static readonly Setting<int> CircuitFailureThreshold = new(
        nameof(ClientOptions.CircuitFailureThreshold), SettingParsers.Integer, 5,
        SettingKey.Variable("S3_INTEGRATION_CB_THRESHOLD"),
        SettingKey.Profile("s3.circuit_failure_threshold")) { Rule = SettingRules.Between(0, MaxCircuitCount) };

    internal static readonly Setting<TimeSpan> CircuitResetTimeout = new(
        nameof(ClientOptions.CircuitResetTimeout), SettingParsers.Milliseconds, TimeSpan.FromSeconds(30),
        SettingKey.Variable("S3_INTEGRATION_CB_RESET_MS"),
        SettingKey.Profile("s3.circuit_reset_timeout_ms")) { Rule = SettingRules.Duration };

    internal static readonly Setting<int> CircuitHalfOpenRequests = new(
        nameof(ClientOptions.CircuitHalfOpenRequests), SettingParsers.Integer, 3,
        SettingKey.Variable("S3_INTEGRATION_CB_HALF_OPEN"),
        SettingKey.Profile("s3.circuit_half_open_requests")) { Rule = SettingRules.Between(1, MaxCircuitCount) };

    internal static readonly Setting<int?> RateLimitRequestsPerSecond = new(
        nameof(ClientOptions.RateLimitRequestsPerSecond), SettingParsers.OptionalInteger, null,
        SettingKey.Variable("S3_INTEGRATION_RATE_LIMIT_RPS"),
        SettingKey.Profile("s3.rate_limit_rps")) { Rule = SettingRules.OptionalBetween(1, MaxRate) };

    internal static readonly Setting<int?> RateLimitBurst = new(
        nameof(ClientOptions.RateLimitBurst), SettingParsers.OptionalInteger, null,
        SettingKey.Variable("S3_INTEGRATION_RATE_LIMIT_BURST"),
        SettingKey.Profile("s3.rate_limit_burst")) { Rule = SettingRules.OptionalBetween(1, MaxRate) };

    internal static readonly Setting<int> RateLimitQueueLimit = new(
        nameof(ClientOptions.RateLimitQueueLimit), SettingParsers.Integer, 1000,
        SettingKey.Variable("S3_INTEGRATION_RATE_LIMIT_QUEUE"),
        SettingKey.Profile("s3.rate_limit_queue")) { Rule = SettingRules.Between(0, MaxRate) };

    internal static readonly Setting<TimeSpan?> HedgingDelay = new(
        nameof(ClientOptions.HedgingDelay), SettingParsers.OptionalMilliseconds, null,
        SettingKey.Variable("S3_INTEGRATION_HEDGING_DELAY_MS"),
        SettingKey.Profile("s3.hedging_delay_ms")) { Rule = SettingRules.OptionalDuration };
}
