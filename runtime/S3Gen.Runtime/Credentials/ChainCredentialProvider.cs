using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime;

/// <summary>
/// Asks one provider after the other, on first use, and keeps what the first one that knows has given, until 5 minutes before it
/// expires. Something faulty (half a key pair, an unreadable file) is reported rather than passed over.
/// </summary>
public sealed class ChainCredentialProvider : ICredentialProvider, IDisposable
{
    private static readonly TimeSpan RefreshMargin = TimeSpan.FromMinutes(5);

    private readonly ICredentialProvider[] _providers;
    private readonly TimeProvider _timeProvider;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Credentials? _found;

    /// <summary>Makes a chain.</summary>
    /// <param name="providers">Whom to ask, in that order.</param>
    /// <param name="timeProvider">The clock by which credentials expire. Default: the system's.</param>
    /// <exception cref="ArgumentException">There is nobody to ask.</exception>
    public ChainCredentialProvider(IEnumerable<ICredentialProvider> providers, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(providers);
        _providers = [.. providers];
        _timeProvider = timeProvider ?? TimeProvider.System;
        if (_providers.Length == 0)
        {
            throw new ArgumentException("The chain is empty.", nameof(providers));
        }
    }

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">Nobody has any; the message says what was tried.</exception>
    public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) =>
        _found is { } found && IsFresh(found) ? new(found) : FindAsync(cancellationToken);

    /// <summary>Forgets the credentials. Searches under way end as they would have.</summary>
    public void Dispose() => _found = null;

    /// <summary>The chain of a client whose options name no provider.</summary>
    internal static ChainCredentialProvider CreateDefault(ClientSettings settings) => new(
        [
            new EnvironmentCredentialProvider(settings.Options.Environment),
            new ProfileCredentialProvider(settings.Profile, settings.Options.Environment),
        ],
        settings.Options.TimeProvider);

    private bool IsFresh(Credentials credentials) =>
        credentials.Expiration is not { } expiration || expiration - _timeProvider.GetUtcNow() > RefreshMargin;

    private async ValueTask<Credentials> FindAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_found is { } found && IsFresh(found))
            {
                return found;
            }

            Credentials credentials = await AskAllAsync(cancellationToken).ConfigureAwait(false);
            _found = credentials;
            return credentials;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async ValueTask<Credentials> AskAllAsync(CancellationToken cancellationToken)
    {
        List<string> tried = [];
        foreach (ICredentialProvider provider in _providers)
        {
            try
            {
                return await provider.GetCredentialsAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (CredentialsException e) when (!e.IsFault)
            {
                tried.Add(e.Reason);
            }
        }

        throw new CredentialsException($"nothing was found. Tried: {string.Join("; ", tried)}.");
    }
}
