namespace S3Gen.Runtime.Configuration;

/// <summary>The pool of connections and its security.</summary>
internal static class ConnectionSettings
{
    internal static readonly Setting<int> MaxConnections = new(
        nameof(ClientOptions.MaxConnections), static options => options.MaxConnections, SettingParsers.Integer, 100,
        SettingKey<int>.Variable("S3_INTEGRATION_MAX_CONNECTIONS"),
        SettingKey<int>.Profile("s3.max_connections")) { Rule = SettingRules.Between(1, int.MaxValue) };

    internal static readonly Setting<TimeSpan> IdleTimeout = new(
        nameof(ClientOptions.IdleTimeout), static options => options.IdleTimeout, SettingParsers.Milliseconds, TimeSpan.FromSeconds(90),
        SettingKey<TimeSpan>.Variable("S3_INTEGRATION_IDLE_TIMEOUT_MS"),
        SettingKey<TimeSpan>.Profile("s3.idle_timeout_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<TimeSpan> ConnectionLifetime = new(
        nameof(ClientOptions.ConnectionLifetime), static options => options.ConnectionLifetime, SettingParsers.Milliseconds, TimeSpan.FromSeconds(300),
        SettingKey<TimeSpan>.Variable("S3_INTEGRATION_CONNECTION_LIFETIME_MS"),
        SettingKey<TimeSpan>.Profile("s3.connection_lifetime_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<bool> KeepAlive = new(
        nameof(ClientOptions.KeepAlive), static options => options.KeepAlive, SettingParsers.Boolean, true,
        SettingKey<bool>.Variable("S3_INTEGRATION_KEEP_ALIVE"),
        SettingKey<bool>.Profile("s3.keep_alive"));

    internal static readonly Setting<string?> CaBundle = new(
        nameof(ClientOptions.CaBundle), static options => options.CaBundle, SettingParsers.Text, null,
        SettingKey<string?>.Variable("AWS_CA_BUNDLE"),
        SettingKey<string?>.Profile("ca_bundle")) { Rule = SettingRules.File };

    /// <summary>Code alone can switch the verification off: a forgotten variable must not.</summary>
    internal static readonly Setting<bool> VerifyCertificates = new(
        nameof(ClientOptions.VerifyCertificates), static options => options.VerifyCertificates, SettingParsers.Boolean, true);

    /// <summary>Code alone can allow it, as with certificates.</summary>
    internal static readonly Setting<bool> AllowCustomerKeysOverHttp = new(
        nameof(ClientOptions.AllowCustomerKeysOverHttp), static options => options.AllowCustomerKeysOverHttp, SettingParsers.Boolean, false);
}
