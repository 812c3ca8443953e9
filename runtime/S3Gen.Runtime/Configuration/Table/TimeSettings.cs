namespace S3Gen.Runtime.Configuration;

/// <summary>How long to wait, and how often to try.</summary>
internal static class TimeSettings
{
    internal const int MaxRetryLimit = 100;

    internal static readonly Setting<TimeSpan> ConnectTimeout = new(
        nameof(ClientOptions.ConnectTimeout), SettingParsers.Milliseconds, TimeSpan.FromSeconds(5),
        SettingKey.Variable("S3_INTEGRATION_CONNECT_TIMEOUT_MS"),
        SettingKey.Profile("s3.connect_timeout_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<TimeSpan> ReadTimeout = new(
        nameof(ClientOptions.ReadTimeout), SettingParsers.Milliseconds, TimeSpan.FromSeconds(30),
        SettingKey.Variable("S3_INTEGRATION_READ_TIMEOUT_MS"),
        SettingKey.Profile("s3.read_timeout_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<TimeSpan> OperationTimeout = new(
        nameof(ClientOptions.OperationTimeout), SettingParsers.Milliseconds, TimeSpan.FromSeconds(60),
        SettingKey.Variable("S3_INTEGRATION_TIMEOUT_MS"),
        SettingKey.Variable("S3_TIMEOUT_MS"),
        SettingKey.Profile("s3.operation_timeout_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<TimeSpan> SlowRequestThreshold = new(
        nameof(ClientOptions.SlowRequestThreshold), SettingParsers.Milliseconds, TimeSpan.FromSeconds(5),
        SettingKey.Variable("S3_INTEGRATION_SLOW_REQUEST_MS"),
        SettingKey.Profile("s3.slow_request_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<int> MaxRetries = new(
        nameof(ClientOptions.MaxRetries), SettingParsers.Integer, 3,
        SettingKey.Variable("S3_INTEGRATION_MAX_RETRIES"),
        SettingKey.Variable("S3_MAX_RETRIES"),
        SettingKey.Variable("AWS_MAX_ATTEMPTS", static text => SettingParsers.RetriesOfAttempts(text)),
        SettingKey.Profile("s3.max_retries"),
        SettingKey.Profile("max_attempts", static text => SettingParsers.RetriesOfAttempts(text))) { Rule = SettingRules.Between(0, MaxRetryLimit) };

    internal static readonly Setting<RetryMode> RetryMode = new(
        nameof(ClientOptions.RetryMode), SettingParsers.RetryMode, S3Gen.Runtime.RetryMode.Standard,
        SettingKey.Variable("AWS_RETRY_MODE"),
        SettingKey.Profile("retry_mode"));

    internal static readonly Setting<TimeSpan> InitialBackoff = new(
        nameof(ClientOptions.InitialBackoff), SettingParsers.Milliseconds, TimeSpan.FromMilliseconds(100),
        SettingKey.Variable("S3_INTEGRATION_INITIAL_BACKOFF_MS"),
        SettingKey.Profile("s3.initial_backoff_ms")) { Rule = SettingRules.Duration };

    internal static readonly Setting<TimeSpan> MaxBackoff = new(
        nameof(ClientOptions.MaxBackoff), SettingParsers.Milliseconds, TimeSpan.FromSeconds(20),
        SettingKey.Variable("S3_INTEGRATION_MAX_BACKOFF_MS"),
        SettingKey.Profile("s3.max_backoff_ms")) { Rule = SettingRules.Duration };

    internal static readonly Setting<double> BackoffMultiplier = new(
        nameof(ClientOptions.BackoffMultiplier), SettingParsers.Number, 2.0,
        SettingKey.Variable("S3_INTEGRATION_BACKOFF_MULTIPLIER"),
        SettingKey.Profile("s3.backoff_multiplier")) { Rule = SettingRules.Between(1.0, 10.0) };
}
