namespace S3Gen.Runtime.Configuration;

/// <summary>Which bodies of requests are compressed, where the service takes them so.</summary>
internal static class CompressionSettings
{
    internal static readonly Setting<bool> DisableRequestCompression = new(
        nameof(ClientOptions.DisableRequestCompression), SettingParsers.Boolean, false,
        SettingKey.Variable("AWS_DISABLE_REQUEST_COMPRESSION"),
        SettingKey.Profile("disable_request_compression"));

    internal static readonly Setting<int> RequestMinCompressionSize = new(
        nameof(ClientOptions.RequestMinCompressionSize), SettingParsers.Integer, 10_240,
        SettingKey.Variable("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES"),
        SettingKey.Profile("request_min_compression_size_bytes")) { Rule = SettingRules.Between(0, 10_485_760) };
}
