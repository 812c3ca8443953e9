using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>What sources of credentials share: settings, clock, logger, and connections, which are made when somebody needs them.</summary>
internal sealed class CredentialContext : IDisposable
{
    private const int Attempts = 3;

    private static readonly TimeSpan LocalTimeout = TimeSpan.FromSeconds(2);

    private readonly Lazy<SocketsTransport> _sockets;
    private readonly Lazy<LocalTransport> _container;
    private readonly Lazy<LocalTransport> _metadata;

    internal CredentialContext(ClientSettings settings)
    {
        Settings = settings;
        Logger = settings.Options.LoggerFactory?.CreateLogger("S3Gen.Credentials") ?? NullLogger.Instance;
        _sockets = new(() => new SocketsTransport(settings));
        _container = new(static () => new LocalTransport(LocalTimeout));
        _metadata = new(() => new LocalTransport(settings.MetadataService.Timeout));
    }

    internal ClientSettings Settings { get; }

    internal ILogger Logger { get; }

    internal EnvironmentSource Environment => Settings.Options.Environment;

    internal TimeProvider TimeProvider => Settings.Options.TimeProvider;

    /// <summary>Services of AWS, through the client's proxy and with its certificates.</summary>
    internal CredentialHttp Aws => new(_sockets.Value, TimeProvider, Settings.ReadTimeout, Attempts);

    /// <summary>The service of ECS or EKS beside the container.</summary>
    internal CredentialHttp Container => new(_container.Value, TimeProvider, LocalTimeout, Attempts);

    /// <summary>The metadata service of EC2. Time to connect is bounded apart: who connects and then hears nothing is on EC2, but too many hops away.</summary>
    internal CredentialHttp Metadata => new(_metadata.Value, TimeProvider, Settings.MetadataService.Timeout * 2, Settings.MetadataService.Attempts);

    /// <summary>The context of a provider that stands alone.</summary>
    internal static CredentialContext For(ClientOptions? options) => new(new ClientSettings("S3", options ?? new ClientOptions()));

    internal CredentialCache Cache(ICredentialSource source) => new(source, TimeProvider, Settings.Options.NextRandom, Logger);

    public void Dispose()
    {
        Dispose(_sockets);
        Dispose(_container);
        Dispose(_metadata);
        Settings.Files.Dispose();
    }

    private static void Dispose<T>(Lazy<T> transport)
        where T : IDisposable
    {
        if (transport.IsValueCreated)
        {
            transport.Value.Dispose();
        }
    }
}
