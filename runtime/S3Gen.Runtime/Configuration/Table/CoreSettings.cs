namespace S3Gen.Runtime.Configuration;

/// <summary>Whose requests go where.</summary>
internal static class CoreSettings
{
    internal static readonly Setting<string> Profile = new(
        nameof(ClientOptions.Profile), SettingParsers.Text, "default",
        SettingKey.Variable("AWS_PROFILE"));

    internal static readonly Setting<string> Region = new(
        nameof(ClientOptions.Region), SettingParsers.Text, "us-east-1",
        SettingKey.Variable("AWS_REGION"),
        SettingKey.Variable("AWS_DEFAULT_REGION"),
        SettingKey.Profile("region")) { Rule = SettingRules.Region };

    internal static readonly Setting<bool> IgnoreConfiguredEndpointUrls = new(
        nameof(ClientOptions.IgnoreConfiguredEndpointUrls), SettingParsers.Boolean, false,
        SettingKey.Variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"),
        SettingKey.Profile("ignore_configured_endpoint_urls"));

    internal static readonly Setting<Uri?> EndpointUrl = new(
        nameof(ClientOptions.EndpointUrl), SettingParsers.Url, null,
        SettingKey.ServiceVariable("AWS_ENDPOINT_URL_"),
        SettingKey.Variable("AWS_ENDPOINT_URL"),
        SettingKey.Services("endpoint_url"),
        SettingKey.Profile("endpoint_url"))
    {
        Rule = SettingRules.EndpointUrl,
        Text = static url => url is { IsAbsoluteUri: true } ? url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : null,
    };

    internal static readonly Setting<bool?> ForcePathStyle = new(
        nameof(ClientOptions.ForcePathStyle), SettingParsers.OptionalBoolean, null,
        SettingKey.Variable("S3_INTEGRATION_PATH_STYLE"),
        SettingKey.Profile("s3.path_style"),
        SettingKey.Profile("s3.addressing_style", static text => SettingParsers.AddressingStyle(text)));

    internal static readonly Setting<bool> UseDualStack = new(
        nameof(ClientOptions.UseDualStack), SettingParsers.Boolean, false,
        SettingKey.Variable("AWS_USE_DUALSTACK_ENDPOINT"),
        SettingKey.Profile("use_dualstack_endpoint"),
        SettingKey.Profile("s3.use_dualstack_endpoint"));

    internal static readonly Setting<bool> UseFips = new(
        nameof(ClientOptions.UseFips), SettingParsers.Boolean, false,
        SettingKey.Variable("AWS_USE_FIPS_ENDPOINT"),
        SettingKey.Profile("use_fips_endpoint"));
}
