using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.CredentialSources;

namespace S3Gen.Runtime;

/// <summary>
/// Finds the credentials of a profile in the shared AWS files: its keys, its role (<c>role_arn</c> with <c>source_profile</c>,
/// <c>credential_source</c> or <c>web_identity_token_file</c>), its single sign-on, or those of its <c>credential_process</c>. They are
/// kept, renewed before they expire, and read anew when a file is replaced.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html"/>
public sealed class ProfileCredentialProvider : ICredentialProvider, ICredentialSource, IDisposable
{
    private readonly CredentialContext _context;
    private readonly CredentialCache _cache;
    private readonly ProfileSource _source;
    private readonly bool _ownsContext;

    /// <summary>Makes a provider; no credentials are looked for yet.</summary>
    /// <param name="profile">The profile's name; null (the default) takes that of the options, then <c>AWS_PROFILE</c>, then <c>default</c>.</param>
    /// <param name="options">Region, clock, logger, limits and proxy; null for the usual ones.</param>
    /// <exception cref="ArgumentException">Settings are faulty.</exception>
    public ProfileCredentialProvider(string? profile = null, ClientOptions? options = null)
        : this(CredentialContext.For(new ClientOptions { BasedOn = options, Profile = profile })) => _ownsContext = true;

    internal ProfileCredentialProvider(CredentialContext context)
    {
        _context = context;
        _source = new ProfileSource(context, context.Settings.Files, context.Settings.Profile);
        _cache = context.Cache(this);
    }

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">A file or the profile is missing or cannot be used.</exception>
    public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => _cache.GetAsync(cancellationToken);

    /// <summary>Wipes the credentials and closes the connections.</summary>
    public void Dispose()
    {
        _cache.Dispose();
        if (_ownsContext)
        {
            _context.Dispose();
        }
    }

    ValueTask<FoundCredentials> ICredentialSource.FetchAsync(CancellationToken cancellationToken) => _source.FetchAsync(cancellationToken);
}
