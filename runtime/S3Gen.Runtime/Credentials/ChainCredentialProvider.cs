using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.CredentialSources;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime;

/// <summary>
/// Asks one provider after the other, on first use, and keeps what the first one that knows has given; from 5 minutes before it
/// expires one task renews it while requests go on with the old. Something faulty (half a key pair, an unreadable file) is reported
/// rather than passed over.
/// </summary>
public sealed class ChainCredentialProvider : ICredentialProvider, ICredentialSource, IDisposable
{
    private readonly ICredentialProvider[] _providers;
    private readonly CredentialCache _cache;
    private readonly CredentialContext? _ownContext;
    private readonly ILogger _logger = NullLogger.Instance;

    /// <summary>Makes a chain.</summary>
    /// <param name="providers">Whom to ask, in that order. They are not disposed.</param>
    /// <param name="timeProvider">The clock by which credentials expire. Default: the system's.</param>
    /// <exception cref="ArgumentException">There is nobody to ask.</exception>
    public ChainCredentialProvider(IEnumerable<ICredentialProvider> providers, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(providers);
        _providers = [.. providers];
        _cache = new CredentialCache(this, timeProvider ?? TimeProvider.System, Random.Shared.NextDouble, NullLogger.Instance);
        if (_providers.Length == 0)
        {
            throw new ArgumentException("The chain is empty.", nameof(providers));
        }
    }

    private ChainCredentialProvider(ICredentialProvider[] providers, CredentialContext context)
    {
        _providers = providers;
        _ownContext = context;
        _logger = context.Logger;
        _cache = context.Cache(this);
    }

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">Nobody has any; the message says what was tried.</exception>
    public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => _cache.GetAsync(cancellationToken);

    /// <summary>Wipes the credentials, but those that another provider keeps, and closes the chain's own connections.</summary>
    public void Dispose()
    {
        _cache.Dispose();
        _ownContext?.Dispose();
    }

    /// <summary>The chain of a client whose options name no provider. A profile that code names comes before the environment.</summary>
    internal static ChainCredentialProvider CreateDefault(ClientSettings settings)
    {
        CredentialContext context = new(settings);
        EnvironmentCredentialProvider environment = new(context.Environment);
        ProfileCredentialProvider profile = new(context);
        bool isProfileNamed = settings.Options.Profile is not null;
        return new ChainCredentialProvider(
            [
                isProfileNamed ? profile : environment,
                isProfileNamed ? environment : profile,
                new WebIdentityCredentialProvider(null, null, context),
                new ContainerCredentialProvider(context),
                new InstanceMetadataCredentialProvider(context),
            ],
            context);
    }

    async ValueTask<FoundCredentials> ICredentialSource.FetchAsync(CancellationToken cancellationToken)
    {
        List<string> tried = [];
        foreach (ICredentialProvider provider in _providers)
        {
            string name = ProviderName.Of(provider);
            ConfigurationLog.Asking(_logger, name);
            using Activity? span = ProviderName.StartSpan(name);
            try
            {
                return provider is ICredentialSource source
                    ? await source.FetchAsync(cancellationToken).ConfigureAwait(false)
                    : new(await provider.GetCredentialsAsync(cancellationToken).ConfigureAwait(false), [], IsOwned: false);
            }
            catch (CredentialsException e) when (!e.IsFault)
            {
                tried.Add(e.Reason);
                ConfigurationLog.HasNone(_logger, name, e.Reason);
            }
        }

        throw new CredentialsException($"nothing was found. Tried: {string.Join("; ", tried)}.");
    }
}
