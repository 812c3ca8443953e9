using S3Gen.Runtime.CredentialSources;

namespace S3Gen.Runtime;

/// <summary>
/// Assumes a role with the token of an identity provider, as service accounts on EKS do, and keeps the role's credentials until they
/// are renewed. The token's file is read each time, since it is replaced.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"/>
public sealed class WebIdentityCredentialProvider : ICredentialProvider, ICredentialSource, IDisposable
{
    private const long MaxTokenLength = 20_000;

    private readonly AssumedRole? _role;
    private readonly string? _tokenFile;
    private readonly CredentialContext _context;
    private readonly CredentialCache _cache;
    private readonly StsClient _sts;
    private readonly bool _ownsContext;

    /// <summary>Makes a provider as <c>AWS_ROLE_ARN</c>, <c>AWS_WEB_IDENTITY_TOKEN_FILE</c> and <c>AWS_ROLE_SESSION_NAME</c> say.</summary>
    public WebIdentityCredentialProvider()
        : this(null, null, CredentialContext.For(null)) => _ownsContext = true;

    /// <summary>Makes a provider; nothing is asked yet.</summary>
    /// <param name="role">The role; <see cref="AssumedRole.ExternalId"/> and <see cref="AssumedRole.MfaSerial"/> mean nothing here.</param>
    /// <param name="tokenFile">The file with the token.</param>
    /// <param name="options">Region, clock, logger, limits and proxy; null for the usual ones.</param>
    /// <exception cref="ArgumentException">The role breaks a rule.</exception>
    public WebIdentityCredentialProvider(AssumedRole role, string tokenFile, ClientOptions? options = null)
        : this(role ?? throw new ArgumentNullException(nameof(role)), tokenFile ?? throw new ArgumentNullException(nameof(tokenFile)), CredentialContext.For(options)) =>
        _ownsContext = true;

    internal WebIdentityCredentialProvider(AssumedRole? role, string? tokenFile, CredentialContext context)
    {
        role?.Check(nameof(role));
        _role = role;
        _tokenFile = tokenFile;
        _context = context;
        _sts = new StsClient(context);
        _cache = context.Cache(this);
    }

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">There is no token, or it does not open the role.</exception>
    public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => _cache.GetAsync(cancellationToken);

    /// <summary>Wipes the role's credentials and closes the connections.</summary>
    public void Dispose()
    {
        _cache.Dispose();
        if (_ownsContext)
        {
            _context.Dispose();
        }
    }

    async ValueTask<FoundCredentials> ICredentialSource.FetchAsync(CancellationToken cancellationToken)
    {
        AssumedRole role = _role ?? FindRole();
        string file = _tokenFile ?? _context.Environment.Get("AWS_WEB_IDENTITY_TOKEN_FILE")!;
        string token = await TokenFile.ReadAsync(file, MaxTokenLength, "the web identity token", cancellationToken).ConfigureAwait(false);
        using StsRequest request = new(
            "AssumeRoleWithWebIdentity",
            ("RoleArn", role.RoleArn),
            ("RoleSessionName", role.SessionNameAt(_context.TimeProvider.GetUtcNow())),
            ("WebIdentityToken", token.Trim()),
            ("DurationSeconds", role.Duration is { } duration ? StsClient.Seconds(duration) : null),
            ("Policy", role.Policy));
        return new(await _sts.SendAsync(request, caller: null, role, cancellationToken).ConfigureAwait(false));
    }

    private AssumedRole FindRole()
    {
        string? arn = _context.Environment.Get("AWS_ROLE_ARN");
        string? file = _context.Environment.Get("AWS_WEB_IDENTITY_TOKEN_FILE");
        if (arn is null || file is null)
        {
            // AWS_ROLE_ARN alone serves other programs.
            throw new CredentialsException($"{(file is null ? "AWS_WEB_IDENTITY_TOKEN_FILE" : "AWS_ROLE_ARN")} is not set") { IsFault = file is not null };
        }

        AssumedRole role = new() { RoleArn = arn, SessionName = _context.Environment.Get("AWS_ROLE_SESSION_NAME") };
        try
        {
            role.Check(nameof(role));
            return role;
        }
        catch (ArgumentException e)
        {
            throw new CredentialsException($"AWS_ROLE_ARN or AWS_ROLE_SESSION_NAME cannot be used: {e.Message}", e) { IsFault = true };
        }
    }
}
