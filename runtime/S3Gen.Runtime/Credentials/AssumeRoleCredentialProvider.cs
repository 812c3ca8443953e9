using S3Gen.Runtime.CredentialSources;

namespace S3Gen.Runtime;

/// <summary>
/// Assumes a role with the credentials of another provider, and keeps the role's credentials until they are renewed.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"/>
public sealed class AssumeRoleCredentialProvider : ICredentialProvider, ICredentialSource, IDisposable
{
    private readonly AssumedRole _role;
    private readonly ICredentialProvider _caller;
    private readonly CredentialContext _context;
    private readonly CredentialCache _cache;
    private readonly StsClient _sts;
    private IDisposable[] _owned = [];

    /// <summary>Makes a provider; nothing is asked yet.</summary>
    /// <param name="role">The role.</param>
    /// <param name="caller">Who assumes it. It is not disposed.</param>
    /// <param name="options">Region, clock, logger, limits and proxy; null for the usual ones.</param>
    /// <exception cref="ArgumentException">The role breaks a rule.</exception>
    public AssumeRoleCredentialProvider(AssumedRole role, ICredentialProvider caller, ClientOptions? options = null)
        : this(role, caller, CredentialContext.For(options)) => _owned = [_context];

    internal AssumeRoleCredentialProvider(AssumedRole role, ICredentialProvider caller, CredentialContext context)
    {
        ArgumentNullException.ThrowIfNull(role);
        ArgumentNullException.ThrowIfNull(caller);
        role.Check(nameof(role));
        _role = role;
        _caller = caller;
        _context = context;
        _sts = new StsClient(context);
        _cache = context.Cache(this);
    }

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">The caller has none, or may not assume the role.</exception>
    public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => _cache.GetAsync(cancellationToken);

    /// <summary>Wipes the role's credentials and closes the connections.</summary>
    public void Dispose()
    {
        _cache.Dispose();
        foreach (IDisposable owned in _owned)
        {
            owned.Dispose();
        }
    }

    /// <summary>Makes a provider for a role that options' own credentials assume, or those of the environment, for which it has a chain of its own.</summary>
    internal static AssumeRoleCredentialProvider For(AssumedRole role, ClientOptions? options)
    {
        if (options?.Credentials is { } caller)
        {
            return new AssumeRoleCredentialProvider(role, caller, options);
        }

        CredentialContext context = CredentialContext.For(options);
        ChainCredentialProvider chain = ChainCredentialProvider.CreateDefault(context.Settings);
        return new AssumeRoleCredentialProvider(role, chain, context) { _owned = [chain, context] };
    }

    async ValueTask<FoundCredentials> ICredentialSource.FetchAsync(CancellationToken cancellationToken)
    {
        Credentials caller = await _caller.GetCredentialsAsync(cancellationToken).ConfigureAwait(false);
        string? code = _role.MfaSerial is { } serial ? await AskForCodeAsync(serial, cancellationToken).ConfigureAwait(false) : null;
        using StsRequest request = new(
            "AssumeRole",
            ("RoleArn", _role.RoleArn),
            ("RoleSessionName", _role.SessionNameAt(_context.TimeProvider.GetUtcNow())),
            ("ExternalId", _role.ExternalId),
            ("DurationSeconds", _role.Duration is { } duration ? StsClient.Seconds(duration) : null),
            ("Policy", _role.Policy),
            ("SerialNumber", _role.MfaSerial),
            ("TokenCode", code));
        return new(await _sts.SendAsync(request, caller, _role, cancellationToken).ConfigureAwait(false));
    }

    private ValueTask<string> AskForCodeAsync(string serial, CancellationToken cancellationToken) =>
        _context.Settings.Options.MfaCode is { } ask
            ? ask(serial, cancellationToken)
            : throw new CredentialsException(
                $"role {_role.RoleArn} needs a code of the MFA device {serial} (mfa_serial): set {nameof(ClientOptions)}.{nameof(ClientOptions.MfaCode)}") { IsFault = true };
}
