using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Configuration;

/// <summary>The options of a client after environment and defaults were applied and all were checked.</summary>
internal sealed partial class ClientSettings
{
    private const string DefaultRegion = "us-east-1";
    private const string DefaultProfile = "default";

    private static readonly TimeSpan DefaultOperationTimeout = TimeSpan.FromSeconds(60);

    /// <exception cref="ArgumentException">Options are faulty; the message names all of them.</exception>
    internal ClientSettings(ServiceInfo service, ClientOptions options)
    {
        Options = options;
        SettingsReader reader = new(options.Environment);
        Region = options.Region ?? reader.Text("AWS_REGION") ?? reader.Text("AWS_DEFAULT_REGION") ?? DefaultRegion;
        Profile = options.Profile ?? reader.Text("AWS_PROFILE") ?? DefaultProfile;
        EndpointUrl = options.EndpointUrl
            ?? reader.Url($"AWS_ENDPOINT_URL_{service.Name.ToUpperInvariant().Replace(' ', '_')}")
            ?? reader.Url("AWS_ENDPOINT_URL");
        UseDualStack = options.UseDualStack ?? reader.Boolean("AWS_USE_DUALSTACK_ENDPOINT") ?? false;
        UseFips = options.UseFips ?? reader.Boolean("AWS_USE_FIPS_ENDPOINT") ?? false;
        ForcePathStyle = options.ForcePathStyle ?? reader.Boolean("S3_INTEGRATION_PATH_STYLE");
        ReadResilience(reader);
        OperationTimeout = options.OperationTimeout ?? reader.Milliseconds("S3_INTEGRATION_TIMEOUT_MS") ?? DefaultOperationTimeout;
        Check(reader);
        reader.ThrowIfFaulty(nameof(options));
    }

    internal ClientOptions Options { get; }

    internal string Region { get; }

    internal string Profile { get; }

    internal Uri? EndpointUrl { get; }

    internal bool UseDualStack { get; }

    internal bool UseFips { get; }

    internal bool? ForcePathStyle { get; }

    internal TimeSpan OperationTimeout { get; }

    private void Check(SettingsReader faults)
    {
        faults.Check(IsRegion(Region), $"{nameof(ClientOptions.Region)} '{Region}' is not a region: letters, digits and hyphens");
        CheckEndpointUrl(faults);
        faults.CheckTimeout(OperationTimeout, nameof(ClientOptions.OperationTimeout), mayBeInfinite: true);
        faults.CheckTimeout(Options.ReadTimeout, nameof(ClientOptions.ReadTimeout), mayBeInfinite: true);
        faults.CheckTimeout(Options.ConnectTimeout, nameof(ClientOptions.ConnectTimeout), mayBeInfinite: true);
        faults.CheckTimeout(Options.IdleTimeout, nameof(ClientOptions.IdleTimeout), mayBeInfinite: true);
        faults.CheckTimeout(Options.ConnectionLifetime, nameof(ClientOptions.ConnectionLifetime), mayBeInfinite: true);
        faults.Check(Options.MaxConnections > 0, $"{nameof(ClientOptions.MaxConnections)} is {Options.MaxConnections}, which is not positive");
        faults.Check(Options.TimeProvider is not null, $"{nameof(ClientOptions.TimeProvider)} is null");
    }

    private void CheckEndpointUrl(SettingsReader faults)
    {
        const string Name = nameof(ClientOptions.EndpointUrl);
        if (EndpointUrl is not { } url)
        {
            return;
        }

        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            faults.Check(false, $"{Name} is not an absolute http or https URL");
            return;
        }

        faults.Check(url.Query.Length == 0, $"{Name} has a query");
        faults.Check(url.Fragment.Length == 0, $"{Name} has a fragment");
        faults.Check(url.UserInfo.Length == 0, $"{Name} has a user or password: use {nameof(ClientOptions.Credentials)}");
        faults.Check(!UseFips && !UseDualStack, $"{Name} cannot be combined with {nameof(ClientOptions.UseFips)} or {nameof(ClientOptions.UseDualStack)}");
    }

    private static bool IsRegion(string region) =>
        region.Length is > 0 and <= 63 && region.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
