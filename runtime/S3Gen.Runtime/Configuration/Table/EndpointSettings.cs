namespace S3Gen.Runtime.Configuration;

/// <summary>What the rules of endpoints depend on. Null leaves it to the rules.</summary>
internal static class EndpointSettings
{
    internal static readonly Setting<bool?> UseAccelerate = new(
        nameof(ClientOptions.UseAccelerate), static options => options.UseAccelerate, SettingParsers.OptionalBoolean, null,
        SettingKey<bool?>.Profile("s3.use_accelerate_endpoint"));

    internal static readonly Setting<bool?> UseArnRegion = new(
        nameof(ClientOptions.UseArnRegion), static options => options.UseArnRegion, SettingParsers.OptionalBoolean, null,
        SettingKey<bool?>.Variable("AWS_S3_USE_ARN_REGION"),
        SettingKey<bool?>.Profile("s3_use_arn_region"),
        SettingKey<bool?>.Profile("s3.use_arn_region"));

    internal static readonly Setting<bool?> DisableMultiRegionAccessPoints = new(
        nameof(ClientOptions.DisableMultiRegionAccessPoints), static options => options.DisableMultiRegionAccessPoints, SettingParsers.OptionalBoolean, null,
        SettingKey<bool?>.Variable("AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS"),
        SettingKey<bool?>.Profile("s3_disable_multiregion_access_points"),
        SettingKey<bool?>.Profile("s3.s3_disable_multiregion_access_points"));

    internal static readonly Setting<bool?> DisableS3ExpressSessionAuth = new(
        nameof(ClientOptions.DisableS3ExpressSessionAuth), static options => options.DisableS3ExpressSessionAuth, SettingParsers.OptionalBoolean, null,
        SettingKey<bool?>.Variable("AWS_S3_DISABLE_EXPRESS_SESSION_AUTH"),
        SettingKey<bool?>.Profile("s3_disable_express_session_auth"));

    internal static readonly Setting<bool?> UseUsEast1GlobalEndpoint = new(
        nameof(ClientOptions.UseUsEast1GlobalEndpoint), static options => options.UseUsEast1GlobalEndpoint, SettingParsers.OptionalBoolean, null,
        SettingKey<bool?>.Variable("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", SettingParsers.IsLegacy),
        SettingKey<bool?>.Profile("s3_us_east_1_regional_endpoint", SettingParsers.IsLegacy),
        SettingKey<bool?>.Profile("s3.us_east_1_regional_endpoint", SettingParsers.IsLegacy));

    internal static readonly Setting<bool> DisableHostPrefix = new(
        nameof(ClientOptions.DisableHostPrefix), static options => options.DisableHostPrefix, SettingParsers.Boolean, false,
        SettingKey<bool>.Variable("AWS_DISABLE_HOST_PREFIX_INJECTION"),
        SettingKey<bool>.Profile("disable_host_prefix_injection"));
}
