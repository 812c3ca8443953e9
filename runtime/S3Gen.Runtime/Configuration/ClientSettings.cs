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
        SettingsReader reader = new(options, source);
        Profile = reader.Read(CoreSettings.Profile);
        source.Profile = shared?.FindProfile(Profile);
        reader.Check(unreadable is null, unreadable!);
        reader.Check(
            shared is null || source.Profile is not null || options.Profile is null,
            $"{nameof(ClientOptions.Profile)} '{Profile}', set in code, is not in {Files.Names}");
        ReadCore(reader);
        ReadEndpoints(reader);
        ReadTimes(reader);
        ReadResilience(reader);
        ReadConnections(reader);
        ReadTransfers(reader);
        ReadMetadata(reader);
        reader.Check(source.Fault is null, source.Fault!);
        reader.CheckSection();
        reader.ThrowIfFaulty(nameof(options));
        Effective = reader.Effective;
    }

    internal ClientOptions Options { get; }

    internal SharedFiles Files { get; }

    /// <summary>Every setting with its value and source.</summary>
    internal IReadOnlyList<EffectiveSetting> Effective { get; }

    internal string Profile { get; }

    internal string Region { get; private set; } = string.Empty;

    internal Uri? EndpointUrl { get; private set; }

    internal bool? ForcePathStyle { get; private set; }

    internal bool UseDualStack { get; private set; }

    internal bool UseFips { get; private set; }

    /// <summary>The endpoint that environment or profile set for another service; what code says is for this client's own.</summary>
    /// <exception cref="CredentialsException">It is none.</exception>
    internal Uri? FindEndpointUrl(string service)
    {
        SettingsSource source = new(Options.Environment, _shared, service) { Profile = _shared?.FindProfile(Profile) };
        SettingsReader reader = new(new ClientOptions { IgnoreConfiguredEndpointUrls = Options.IgnoreConfiguredEndpointUrls }, source);
        Uri? url = reader.Read(CoreSettings.IgnoreConfiguredEndpointUrls) ? null : reader.Read(CoreSettings.EndpointUrl);
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

    private void ReadCore(SettingsReader reader)
    {
        Region = reader.Read(CoreSettings.Region);
        EndpointUrl = reader.Read(CoreSettings.IgnoreConfiguredEndpointUrls)
            ? reader.ReadFromApplication(CoreSettings.EndpointUrl)
            : reader.Read(CoreSettings.EndpointUrl);
        ForcePathStyle = reader.Read(CoreSettings.ForcePathStyle);
        UseDualStack = reader.Read(CoreSettings.UseDualStack);
        UseFips = reader.Read(CoreSettings.UseFips);
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
