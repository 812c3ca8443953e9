namespace S3Gen.Runtime.Configuration;

/// <summary>Whose requests go where.</summary>
internal static class CoreSettings
{
    internal static readonly Setting<string> Profile = new(
        nameof(ClientOptions.Profile), static options => options.Profile, SettingParsers.Text, "default",
        SettingKey<string>.Variable("AWS_PROFILE"));

    internal static readonly Setting<string> Region = new(
        nameof(ClientOptions.Region), static options => options.Region, SettingParsers.Text, "us-east-1",
        SettingKey<string>.Variable("AWS_REGION"),
        SettingKey<string>.Variable("AWS_DEFAULT_REGION"),
        SettingKey<string>.Profile("region")) { Rule = SettingRules.Region };

    internal static readonly Setting<bool> IgnoreConfiguredEndpointUrls = new(
        nameof(ClientOptions.IgnoreConfiguredEndpointUrls), static options => options.IgnoreConfiguredEndpointUrls, SettingParsers.Boolean, false,
        SettingKey<bool>.Variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"),
        SettingKey<bool>.Profile("ignore_configured_endpoint_urls"));

    internal static readonly Setting<Uri?> EndpointUrl = new(
        nameof(ClientOptions.EndpointUrl), static options => options.EndpointUrl, SettingParsers.Url, null,
        SettingKey<Uri?>.ServiceVariable("AWS_ENDPOINT_URL_"),
        SettingKey<Uri?>.Variable("AWS_ENDPOINT_URL"),
        SettingKey<Uri?>.Services("endpoint_url"),
        SettingKey<Uri?>.Profile("endpoint_url"))
    {
        Rule = SettingRules.EndpointUrl,
        Format = static url => url is { IsAbsoluteUri: true } ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : null,
    };

    internal static readonly Setting<bool?> ForcePathStyle = new(
        nameof(ClientOptions.ForcePathStyle), static options => options.ForcePathStyle, SettingParsers.OptionalBoolean, null,
        SettingKey<bool?>.Variable("S3_INTEGRATION_PATH_STYLE"),
        SettingKey<bool?>.Profile("s3.path_style"),
        SettingKey<bool?>.Profile("s3.addressing_style", SettingParsers.AddressingStyle));

    internal static readonly Setting<bool> UseDualStack = new(
        nameof(ClientOptions.UseDualStack), static options => options.UseDualStack, SettingParsers.Boolean, false,
        SettingKey<bool>.Variable("AWS_USE_DUALSTACK_ENDPOINT"),
        SettingKey<bool>.Profile("use_dualstack_endpoint"),
        SettingKey<bool>.Profile("s3.use_dualstack_endpoint"));

    internal static readonly Setting<bool> UseFips = new(
        nameof(ClientOptions.UseFips), static options => options.UseFips, SettingParsers.Boolean, false,
        SettingKey<bool>.Variable("AWS_USE_FIPS_ENDPOINT"),
        SettingKey<bool>.Profile("use_fips_endpoint"));
}
