namespace S3Gen.Runtime.Configuration;

/// <summary>The metadata service of EC2 instances.</summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html"/>
internal static class MetadataSettings
{
    internal static readonly Setting<bool> UseInstanceMetadata = new(
        nameof(ClientOptions.UseInstanceMetadata), SettingParsers.Boolean, true,
        SettingKey.Variable("AWS_EC2_METADATA_DISABLED", static text => SettingParsers.Not(text)),
        SettingKey.Variable("S3_INTEGRATION_USE_IMDS"),
        SettingKey.Profile("s3.use_imds"));

    internal static readonly Setting<Uri?> Endpoint = new(
        "InstanceMetadataEndpoint", SettingParsers.Url, null,
        SettingKey.Variable("AWS_EC2_METADATA_SERVICE_ENDPOINT"),
        SettingKey.Profile("ec2_metadata_service_endpoint")) { Rule = SettingRules.EndpointUrl };

    internal static readonly Setting<bool> UsesIPv6 = new(
        "InstanceMetadataOverIPv6", SettingParsers.IsIPv6, false,
        SettingKey.Variable("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"),
        SettingKey.Profile("ec2_metadata_service_endpoint_mode"));

    internal static readonly Setting<bool> IsVersion1Disabled = new(
        "InstanceMetadataV1Disabled", SettingParsers.Boolean, false,
        SettingKey.Variable("AWS_EC2_METADATA_V1_DISABLED"),
        SettingKey.Profile("ec2_metadata_v1_disabled"));

    internal static readonly Setting<TimeSpan> Timeout = new(
        "InstanceMetadataTimeout", SettingParsers.Seconds, TimeSpan.FromSeconds(1),
        SettingKey.Variable("AWS_METADATA_SERVICE_TIMEOUT"),
        SettingKey.Profile("metadata_service_timeout")) { Rule = SettingRules.Duration };

    internal static readonly Setting<int> Attempts = new(
        "InstanceMetadataAttempts", SettingParsers.Integer, 1,
        SettingKey.Variable("AWS_METADATA_SERVICE_NUM_ATTEMPTS"),
        SettingKey.Profile("metadata_service_num_attempts")) { Rule = SettingRules.Between(1, 10) };
}
