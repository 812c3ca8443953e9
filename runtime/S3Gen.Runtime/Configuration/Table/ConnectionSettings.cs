namespace S3Gen.Runtime.Configuration;

/// <summary>The pool of connections and its security.</summary>
internal static class ConnectionSettings
{
    internal static readonly Setting<int> MaxConnections = new(
        nameof(ClientOptions.MaxConnections), SettingParsers.Integer, 100,
        SettingKey.Variable("S3_INTEGRATION_MAX_CONNECTIONS"),
        SettingKey.Profile("s3.max_connections")) { Rule = SettingRules.Between(1, int.MaxValue) };

    internal static readonly Setting<TimeSpan> IdleTimeout = new(
        nameof(ClientOptions.IdleTimeout), SettingParsers.Milliseconds, TimeSpan.FromSeconds(90),
        SettingKey.Variable("S3_INTEGRATION_IDLE_TIMEOUT_MS"),
        SettingKey.Profile("s3.idle_timeout_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<TimeSpan> ConnectionLifetime = new(
        nameof(ClientOptions.ConnectionLifetime), SettingParsers.Milliseconds, TimeSpan.FromSeconds(300),
        SettingKey.Variable("S3_INTEGRATION_CONNECTION_LIFETIME_MS"),
        SettingKey.Profile("s3.connection_lifetime_ms")) { Rule = SettingRules.TimeLimit };

    internal static readonly Setting<bool> KeepAlive = new(
        nameof(ClientOptions.KeepAlive), SettingParsers.Boolean, true,
        SettingKey.Variable("S3_INTEGRATION_KEEP_ALIVE"),
        SettingKey.Profile("s3.keep_alive"));

    internal static readonly Setting<string?> CaBundle = new(
        nameof(ClientOptions.CaBundle), SettingParsers.Text, null,
        SettingKey.Variable("AWS_CA_BUNDLE"),
        SettingKey.Profile("ca_bundle")) { Rule = SettingRules.File };

    /// <summary>Code alone can switch the verification off: a forgotten variable must not.</summary>
    internal static readonly Setting<bool> VerifyCertificates = new(
        nameof(ClientOptions.VerifyCertificates), SettingParsers.Boolean, true);

    /// <summary>Code alone can allow it, as with certificates.</summary>
    internal static readonly Setting<bool> AllowCustomerKeysOverHttp = new(
        nameof(ClientOptions.AllowCustomerKeysOverHttp), SettingParsers.Boolean, false);
}
