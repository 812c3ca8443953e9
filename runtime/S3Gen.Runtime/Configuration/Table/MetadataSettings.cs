namespace S3Gen.Runtime.Configuration;

/// <summary>The metadata service of EC2 instances.</summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html"/>
internal static class MetadataSettings
{
    internal static readonly Setting<bool> UseInstanceMetadata = new(
        nameof(ClientOptions.UseInstanceMetadata), static options => options.UseInstanceMetadata, SettingParsers.Boolean, true,
        SettingKey<bool>.Variable("AWS_EC2_METADATA_DISABLED", SettingParsers.Not),
        SettingKey<bool>.Variable("S3_INTEGRATION_USE_IMDS"),
        SettingKey<bool>.Profile("s3.use_imds"));

    internal static readonly Setting<Uri?> Endpoint = new(
        "InstanceMetadataEndpoint", static _ => null, SettingParsers.Url, null,
        SettingKey<Uri?>.Variable("AWS_EC2_METADATA_SERVICE_ENDPOINT"),
        SettingKey<Uri?>.Profile("ec2_metadata_service_endpoint")) { Rule = SettingRules.EndpointUrl };

    internal static readonly Setting<bool> UsesIPv6 = new(
        "InstanceMetadataOverIPv6", static _ => null, SettingParsers.IsIPv6, false,
        SettingKey<bool>.Variable("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"),
        SettingKey<bool>.Profile("ec2_metadata_service_endpoint_mode"));

    internal static readonly Setting<bool> IsVersion1Disabled = new(
        "InstanceMetadataV1Disabled", static _ => null, SettingParsers.Boolean, false,
        SettingKey<bool>.Variable("AWS_EC2_METADATA_V1_DISABLED"),
        SettingKey<bool>.Profile("ec2_metadata_v1_disabled"));

    internal static readonly Setting<TimeSpan> Timeout = new(
        "InstanceMetadataTimeout", static _ => null, SettingParsers.Seconds, TimeSpan.FromSeconds(1),
        SettingKey<TimeSpan>.Variable("AWS_METADATA_SERVICE_TIMEOUT"),
        SettingKey<TimeSpan>.Profile("metadata_service_timeout")) { Rule = SettingRules.Duration };

    internal static readonly Setting<int> Attempts = new(
        "InstanceMetadataAttempts", static _ => null, SettingParsers.Integer, 1,
        SettingKey<int>.Variable("AWS_METADATA_SERVICE_NUM_ATTEMPTS"),
        SettingKey<int>.Profile("metadata_service_num_attempts")) { Rule = SettingRules.Between(1, 10) };
}
