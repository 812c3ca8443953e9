namespace S3Gen.Runtime.Configuration;

/// <summary>How long to wait, and how often to try.</summary>
internal static class TimeSettings
{
    internal const int MaxRetryLimit = 100;

    internal static readonly Setting<TimeSpan> ConnectTimeout = new(
        nameof(ClientOptions.ConnectTimeout), static options => options.ConnectTimeout, SettingParsers.Milliseconds, TimeSpan.FromSeconds(5),
        SettingKey<TimeSpan>.Variable("S3_INTEGRATION_CONNECT_TIMEOUT_MS"),
        SettingKey<TimeSpan>.Profile("s3.connect_timeout_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<TimeSpan> ReadTimeout = new(
        nameof(ClientOptions.ReadTimeout), static options => options.ReadTimeout, SettingParsers.Milliseconds, TimeSpan.FromSeconds(30),
        SettingKey<TimeSpan>.Variable("S3_INTEGRATION_READ_TIMEOUT_MS"),
        SettingKey<TimeSpan>.Profile("s3.read_timeout_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<TimeSpan> OperationTimeout = new(
        nameof(ClientOptions.OperationTimeout), static options => options.OperationTimeout, SettingParsers.Milliseconds, TimeSpan.FromSeconds(60),
        SettingKey<TimeSpan>.Variable("S3_INTEGRATION_TIMEOUT_MS"),
        SettingKey<TimeSpan>.Variable("S3_TIMEOUT_MS"),
        SettingKey<TimeSpan>.Profile("s3.operation_timeout_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<TimeSpan> SlowRequestThreshold = new(
        nameof(ClientOptions.SlowRequestThreshold), static options => options.SlowRequestThreshold, SettingParsers.Milliseconds, TimeSpan.FromSeconds(5),
        SettingKey<TimeSpan>.Variable("S3_INTEGRATION_SLOW_REQUEST_MS"),
        SettingKey<TimeSpan>.Profile("s3.slow_request_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<int> MaxRetries = new(
        nameof(ClientOptions.MaxRetries), static options => options.MaxRetries, SettingParsers.Integer, 3,
        SettingKey<int>.Variable("S3_INTEGRATION_MAX_RETRIES"),
        SettingKey<int>.Variable("S3_MAX_RETRIES"),
        SettingKey<int>.Variable("AWS_MAX_ATTEMPTS", SettingParsers.RetriesOfAttempts),
        SettingKey<int>.Profile("s3.max_retries"),
        SettingKey<int>.Profile("max_attempts", SettingParsers.RetriesOfAttempts)) { Rule = SettingRules.Between(0, MaxRetryLimit) };

    internal static readonly Setting<RetryMode> RetryMode = new(
        nameof(ClientOptions.RetryMode), static options => options.RetryMode, SettingParsers.RetryMode, S3Gen.Runtime.RetryMode.Standard,
        SettingKey<RetryMode>.Variable("AWS_RETRY_MODE"),
        SettingKey<RetryMode>.Profile("retry_mode"));

    internal static readonly Setting<TimeSpan> InitialBackoff = new(
        nameof(ClientOptions.InitialBackoff), static options => options.InitialBackoff, SettingParsers.Milliseconds, TimeSpan.FromMilliseconds(100),
        SettingKey<TimeSpan>.Variable("S3_INTEGRATION_INITIAL_BACKOFF_MS"),
        SettingKey<TimeSpan>.Profile("s3.initial_backoff_ms")) { Rule = SettingRules.Duration };

    internal static readonly Setting<TimeSpan> MaxBackoff = new(
        nameof(ClientOptions.MaxBackoff), static options => options.MaxBackoff, SettingParsers.Milliseconds, TimeSpan.FromSeconds(20),
        SettingKey<TimeSpan>.Variable("S3_INTEGRATION_MAX_BACKOFF_MS"),
        SettingKey<TimeSpan>.Profile("s3.max_backoff_ms")) { Rule = SettingRules.Duration };

    internal static readonly Setting<double> BackoffMultiplier = new(
        nameof(ClientOptions.BackoffMultiplier), static options => options.BackoffMultiplier, SettingParsers.Number, 2.0,
        SettingKey<double>.Variable("S3_INTEGRATION_BACKOFF_MULTIPLIER"),
        SettingKey<double>.Profile("s3.backoff_multiplier")) { Rule = SettingRules.Between(1.0, 10.0) };
}
