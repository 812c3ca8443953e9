using Microsoft.Extensions.Logging;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.Configuration;

/// <summary>
/// What a client works with: options, environment variables, profile and defaults, in this order, read once and checked. The
/// profile's region, endpoints and limits are needed to make a client at all, so its constructor reads the two shared files, if
/// they are there; credentials are looked for on first use.
/// </summary>
internal sealed partial class ClientSettings
{
    private readonly SharedConfiguration? _shared;
    private readonly string _service;
    private readonly SettingsReader _reader;

    /// <exception cref="ArgumentException">Settings are faulty; the message names all of them, each with its source and rule.</exception>
    internal ClientSettings(ServiceInfo service, ClientOptions options)
        : this(service.Name, options)
    {
    }

    /// <exception cref="ArgumentException">Settings are faulty; the message names all of them, each with its source and rule.</exception>
    internal ClientSettings(string serviceName, ClientOptions options)
    {
        Options = options;
        _service = serviceName;
        Files = new SharedFiles(options.Environment);
        SharedConfiguration? shared = TryRead(Files, out string? unreadable);
        _shared = shared;
        SettingsSource source = new(options.Environment, shared, serviceName);
        SettingsReader reader = _reader = new SettingsReader(options.Section, source);
        Profile = reader.Read(CoreSettings.Profile, options.Profile);
        source.Profile = shared?.FindProfile(Profile);
        reader.Check(unreadable is null, unreadable!);
        reader.Check(
            shared is null || source.Profile is not null || options.Profile is null,
            $"{nameof(ClientOptions.Profile)} '{Profile}', set in code, is not in {Files.Names}");

        Region = reader.Read(CoreSettings.Region, options.Region);
        EndpointUrl = reader.Read(CoreSettings.IgnoreConfiguredEndpointUrls, options.IgnoreConfiguredEndpointUrls)
            ? reader.ReadFromApplication(CoreSettings.EndpointUrl, options.EndpointUrl)
            : reader.Read(CoreSettings.EndpointUrl, options.EndpointUrl);
        ForcePathStyle = reader.Read(CoreSettings.ForcePathStyle, options.ForcePathStyle);
        UseDualStack = reader.Read(CoreSettings.UseDualStack, options.UseDualStack);
        UseFips = reader.Read(CoreSettings.UseFips, options.UseFips);

        UseAccelerate = reader.Read(EndpointSettings.UseAccelerate, options.UseAccelerate);
        UseArnRegion = reader.Read(EndpointSettings.UseArnRegion, options.UseArnRegion);
        DisableMultiRegionAccessPoints = reader.Read(EndpointSettings.DisableMultiRegionAccessPoints, options.DisableMultiRegionAccessPoints);
        DisableS3ExpressSessionAuth = reader.Read(EndpointSettings.DisableS3ExpressSessionAuth, options.DisableS3ExpressSessionAuth);
        UseUsEast1GlobalEndpoint = reader.Read(EndpointSettings.UseUsEast1GlobalEndpoint, options.UseUsEast1GlobalEndpoint);
        DisableHostPrefix = reader.Read(EndpointSettings.DisableHostPrefix, options.DisableHostPrefix);

        ConnectTimeout = reader.Read(TimeSettings.ConnectTimeout, options.ConnectTimeout);
        ReadTimeout = reader.Read(TimeSettings.ReadTimeout, options.ReadTimeout);
        OperationTimeout = reader.Read(TimeSettings.OperationTimeout, options.OperationTimeout);
        SlowRequestThreshold = reader.Read(TimeSettings.SlowRequestThreshold, options.SlowRequestThreshold);
        MaxRetries = reader.Read(TimeSettings.MaxRetries, options.MaxRetries);
        RetryMode = reader.Read(TimeSettings.RetryMode, options.RetryMode);
        InitialBackoff = reader.Read(TimeSettings.InitialBackoff, options.InitialBackoff);
        MaxBackoff = reader.Read(TimeSettings.MaxBackoff, options.MaxBackoff);
        BackoffMultiplier = reader.Read(TimeSettings.BackoffMultiplier, options.BackoffMultiplier);

        ThrottlingBackoff = reader.Read(ResilienceSettings.ThrottlingBackoff, options.ThrottlingBackoff);
        CircuitFailureThreshold = reader.Read(ResilienceSettings.CircuitFailureThreshold, options.CircuitFailureThreshold);
        CircuitResetTimeout = reader.Read(ResilienceSettings.CircuitResetTimeout, options.CircuitResetTimeout);
        CircuitHalfOpenRequests = reader.Read(ResilienceSettings.CircuitHalfOpenRequests, options.CircuitHalfOpenRequests);
        RateLimitRequestsPerSecond = reader.Read(ResilienceSettings.RateLimitRequestsPerSecond, options.RateLimitRequestsPerSecond);
        RateLimitBurst = reader.Read(ResilienceSettings.RateLimitBurst, options.RateLimitBurst);
        HedgingDelay = reader.Read(ResilienceSettings.HedgingDelay, options.HedgingDelay);
        RateLimitQueueLimit = reader.Read(ResilienceSettings.RateLimitQueueLimit, options.RateLimitQueueLimit);

        MaxConnections = reader.Read(ConnectionSettings.MaxConnections, options.MaxConnections);
        IdleTimeout = reader.Read(ConnectionSettings.IdleTimeout, options.IdleTimeout);
        ConnectionLifetime = reader.Read(ConnectionSettings.ConnectionLifetime, options.ConnectionLifetime);
        KeepAlive = reader.Read(ConnectionSettings.KeepAlive, options.KeepAlive);
        Proxy = FindProxy(reader);
        CaBundle = reader.Read(ConnectionSettings.CaBundle, options.CaBundle);
        VerifyCertificates = reader.Read(ConnectionSettings.VerifyCertificates, options.VerifyCertificates);
        AllowCustomerKeysOverHttp = reader.Read(ConnectionSettings.AllowCustomerKeysOverHttp, options.AllowCustomerKeysOverHttp);
        CheckRoots(reader);

        MultipartThreshold = reader.Read(TransferSettings.MultipartThreshold, options.MultipartThreshold);
        MultipartPartSize = reader.Read(TransferSettings.MultipartPartSize, options.MultipartPartSize);
        MultipartConcurrency = reader.Read(TransferSettings.MultipartConcurrency, options.MultipartConcurrency);
        BufferSize = reader.Read(TransferSettings.BufferSize, options.BufferSize);
        DisableRequestCompression = reader.Read(CompressionSettings.DisableRequestCompression, options.DisableRequestCompression);
        RequestMinCompressionSize = reader.Read(CompressionSettings.RequestMinCompressionSize, options.RequestMinCompressionSize);
        ChecksumPolicy usual = EndpointUrl is null ? ChecksumPolicy.WhenSupported : ChecksumPolicy.WhenRequired;
        ChunkedEncoding = reader.Read(
            TransferSettings.ChunkedEncoding, options.ChunkedEncoding, EndpointUrl is null ? ChunkedEncoding.WhenSupported : ChunkedEncoding.WhenRequired);
        RequestChecksumCalculation = reader.Read(TransferSettings.RequestChecksumCalculation, options.RequestChecksumCalculation, usual);
        ResponseChecksumValidation = reader.Read(TransferSettings.ResponseChecksumValidation, options.ResponseChecksumValidation, usual);

        UseInstanceMetadata = reader.Read(MetadataSettings.UseInstanceMetadata, options.UseInstanceMetadata);
        MetadataService = MetadataServiceSettings.Read(reader);

        reader.Check(source.Fault is null, source.Fault!);
        reader.CheckSection();
        reader.ThrowIfFaulty(nameof(options));
    }

    internal ClientOptions Options { get; }

    internal SharedFiles Files { get; }

    /// <summary>Every setting with its value and source.</summary>
    internal IReadOnlyList<EffectiveSetting> Effective => _reader.Effective;

    internal string Profile { get; }

    internal string Region { get; }

    internal Uri? EndpointUrl { get; }

    internal bool? ForcePathStyle { get; }

    internal bool UseDualStack { get; }

    internal bool UseFips { get; }

    /// <summary>The endpoint that environment or profile set for another service; what code says is for this client's own.</summary>
    /// <exception cref="CredentialsException">It is none.</exception>
    internal Uri? FindEndpointUrl(string service)
    {
        SettingsSource source = new(Options.Environment, _shared, service) { Profile = _shared?.FindProfile(Profile) };
        SettingsReader reader = new(section: null, source);
        Uri? url = reader.Read(CoreSettings.IgnoreConfiguredEndpointUrls, Options.IgnoreConfiguredEndpointUrls) ? null : reader.Read(CoreSettings.EndpointUrl, fromCode: null);
        reader.Check(source.Fault is null, source.Fault!);
        try
        {
            reader.ThrowIfFaulty(nameof(service));
            return url;
        }
        catch (ArgumentException e)
        {
            throw new CredentialsException($"the endpoint of {service} cannot be used: {e.Message}", e) { IsFault = true };
        }
    }

    /// <summary>Tells what is in force, and warns of what is dangerous.</summary>
    internal void LogTo(ILogger logger)
    {
        PipelineLog.ClientMade(logger, _service, Region, EndpointUrl is { } url ? CoreSettings.EndpointUrl.Format(url)! : "AWS");
        if (!VerifyCertificates)
        {
            ConfigurationLog.NotVerifying(logger);
        }

        if (!logger.IsEnabled(LogLevel.Debug))
        {
            return;
        }

        foreach (EffectiveSetting setting in Effective)
        {
            ConfigurationLog.Setting(logger, setting);
        }
    }

    /// <summary>A file that cannot be read is a fault among the others.</summary>
    private static SharedConfiguration? TryRead(SharedFiles files, out string? fault)
    {
        try
        {
            fault = null;
            return files.Read();
        }
        catch (SharedFileException e)
        {
            fault = e.Message;
            return null;
        }
    }
}
