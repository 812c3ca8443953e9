namespace S3Gen.Runtime.Configuration;

/// <summary>What the rules of endpoints depend on. Null leaves it to the rules.</summary>
internal static class EndpointSettings
{
    internal static readonly Setting<bool?> UseAccelerate = new(
        nameof(ClientOptions.UseAccelerate), SettingParsers.OptionalBoolean, null,
        SettingKey.Profile("s3.use_accelerate_endpoint"));

    internal static readonly Setting<bool?> UseArnRegion = new(
        nameof(ClientOptions.UseArnRegion), SettingParsers.OptionalBoolean, null,
        SettingKey.Variable("AWS_S3_USE_ARN_REGION"),
        SettingKey.Profile("s3_use_arn_region"),
        SettingKey.Profile("s3.use_arn_region"));

    internal static readonly Setting<bool?> DisableMultiRegionAccessPoints = new(
        nameof(ClientOptions.DisableMultiRegionAccessPoints), SettingParsers.OptionalBoolean, null,
        SettingKey.Variable("AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS"),
        SettingKey.Profile("s3_disable_multiregion_access_points"),
        SettingKey.Profile("s3.s3_disable_multiregion_access_points"));

    internal static readonly Setting<bool?> DisableS3ExpressSessionAuth = new(
        nameof(ClientOptions.DisableS3ExpressSessionAuth), SettingParsers.OptionalBoolean, null,
        SettingKey.Variable("AWS_S3_DISABLE_EXPRESS_SESSION_AUTH"),
        SettingKey.Profile("s3_disable_express_session_auth"));

    internal static readonly Setting<bool?> UseUsEast1GlobalEndpoint = new(
        nameof(ClientOptions.UseUsEast1GlobalEndpoint), SettingParsers.OptionalBoolean, null,
        SettingKey.Variable("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", static text => SettingParsers.IsLegacy(text)),
        SettingKey.Profile("s3_us_east_1_regional_endpoint", static text => SettingParsers.IsLegacy(text)),
        SettingKey.Profile("s3.us_east_1_regional_endpoint", static text => SettingParsers.IsLegacy(text)));

    internal static readonly Setting<bool> DisableHostPrefix = new(
        nameof(ClientOptions.DisableHostPrefix), SettingParsers.Boolean, false,
        SettingKey.Variable("AWS_DISABLE_HOST_PREFIX_INJECTION"),
        SettingKey.Profile("disable_host_prefix_injection"));
}
