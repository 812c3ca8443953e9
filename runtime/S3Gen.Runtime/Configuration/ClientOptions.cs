using Microsoft.Extensions.Logging;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime;

/// <summary>
/// How a client behaves. What is set here wins over environment variables, these over the profile in the shared AWS files, and that
/// over the defaults. Options cannot be changed once they are made. The client's constructor checks everything at once and reports
/// all faults in one <see cref="ArgumentException"/>; it reads the shared files, if there are any, and sends nothing.
/// </summary>
public partial class ClientOptions
{
    /// <summary>Other options, e.g. of <see cref="ClientPresets"/> or <see cref="S3Compatibility"/>, whose values count where these hold none.</summary>
    public ClientOptions? BasedOn { get; init; }

    /// <summary>Settings by the names of these options, e.g. of an application's configuration. They come after what code says, and before environment variables. Default: none.</summary>
    public SettingsSection? Section { get => field ?? BasedOn?.Section; init; }

    /// <summary>The region. Default: <c>AWS_REGION</c>, <c>AWS_DEFAULT_REGION</c>, the profile's <c>region</c>, then <c>us-east-1</c>.</summary>
    public string? Region { get => field ?? BasedOn?.Region; init; }

    /// <summary>
    /// Where a store other than AWS answers, e.g. <c>http://localhost:9000</c>: absolute, http or https, perhaps with a path, without
    /// query, fragment and user. Default: <c>AWS_ENDPOINT_URL_S3</c>, <c>AWS_ENDPOINT_URL</c>, the profile's <c>endpoint_url</c> in
    /// its <c>services</c> section, its <c>endpoint_url</c>, then AWS itself.
    /// </summary>
    public Uri? EndpointUrl { get => field ?? BasedOn?.EndpointUrl; init; }

    /// <summary>
    /// Whether endpoint URLs of environment and profile are left aside. Default: <c>AWS_IGNORE_CONFIGURED_ENDPOINT_URLS</c>, the
    /// profile's <c>ignore_configured_endpoint_urls</c>, then false.
    /// </summary>
    public bool? IgnoreConfiguredEndpointUrls { get => field ?? BasedOn?.IgnoreConfiguredEndpointUrls; init; }

    /// <summary>
    /// Whether the bucket is always part of the path. Default: <c>S3_INTEGRATION_PATH_STYLE</c>, the profile's <c>addressing_style</c>
    /// under <c>s3</c>; then null: it is with an <see cref="EndpointUrl"/>, and at AWS it is for buckets whose name cannot be part of
    /// a host name.
    /// </summary>
    public bool? ForcePathStyle { get => field ?? BasedOn?.ForcePathStyle; init; }

    /// <summary>
    /// Whether to use endpoints that are reached over IPv6 too. Default: <c>AWS_USE_DUALSTACK_ENDPOINT</c>, the profile's
    /// <c>use_dualstack_endpoint</c>, then false.
    /// </summary>
    public bool? UseDualStack { get => field ?? BasedOn?.UseDualStack; init; }

    /// <summary>
    /// Whether to use endpoints with validated cryptography (FIPS 140). Default: <c>AWS_USE_FIPS_ENDPOINT</c>, the profile's
    /// <c>use_fips_endpoint</c>, then false.
    /// </summary>
    public bool? UseFips { get => field ?? BasedOn?.UseFips; init; }

    /// <summary>What carries requests; the settings of connections do not apply to it, and the client does not dispose it. Default: a
    /// connection pool of the client's own.</summary>
    public IHttpTransport? Transport { get => field ?? BasedOn?.Transport; init; }

    /// <summary>Decides where a request goes. Default: the rules of AWS, or <see cref="EndpointUrl"/>.</summary>
    public IEndpointResolver? EndpointResolver { get => field ?? BasedOn?.EndpointResolver; init; }

    /// <summary>The clock for signatures, timeouts and pauses. Default: the system's.</summary>
    public TimeProvider TimeProvider { get => field ?? BasedOn?.TimeProvider ?? TimeProvider.System; init; }

    /// <summary>
    /// Who is told what happens: failures are errors, retries and slow operations warnings, completed operations information, headers
    /// debug and documents trace. Nothing secret is ever logged, nor are contents of objects. Default: nobody.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get => field ?? BasedOn?.LoggerFactory; init; }

    /// <summary>
    /// From which time on an operation, with all its attempts, is logged as slow. Default: <c>S3_INTEGRATION_SLOW_REQUEST_MS</c>, the
    /// profile's <c>slow_request_ms</c> under <c>s3</c>, then 5 s; <see cref="Timeout.InfiniteTimeSpan"/> calls none slow.
    /// </summary>
    public TimeSpan? SlowRequestThreshold { get => field ?? BasedOn?.SlowRequestThreshold; init; }

    /// <summary>Numbers from 0 to 1, which spread retries in time.</summary>
    internal Func<double> NextRandom { get => field ?? BasedOn?.NextRandom ?? Random.Shared.NextDouble; init; }

    /// <summary>Where idempotency tokens come from.</summary>
    internal Func<Guid> NewGuid { get => field ?? BasedOn?.NewGuid ?? Guid.NewGuid; init; }

    internal EnvironmentSource Environment { get => field ?? BasedOn?.Environment ?? EnvironmentSource.Process; init; }

    /// <summary>
    /// Says what a client with these options would work with now, and where each value comes from. It reads the environment and the
    /// shared files.
    /// </summary>
    /// <param name="service">The service, whose name is part of <c>AWS_ENDPOINT_URL_S3</c>. Default <c>S3</c>.</param>
    /// <exception cref="ArgumentException">Settings are faulty; the message names all of them.</exception>
    public IReadOnlyList<EffectiveSetting> GetEffectiveSettings(string service = "S3")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        return new ClientSettings(service, this).Effective;
    }
}
