using S3Gen.Runtime.CredentialSources;

namespace S3Gen.Runtime;

/// <summary>
/// Asks the metadata service of the EC2 instance for the keys of the instance's role, as the <c>AWS_EC2_METADATA_*</c> variables say.
/// What it got is kept and renewed before it expires. On other machines the answer that there is none takes a second at most.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html"/>
public sealed class InstanceMetadataCredentialProvider : ICredentialProvider, ICredentialSource, IDisposable
{
    private const string RolesPath = "/latest/meta-data/iam/security-credentials/";
    private const string Source = "the instance metadata service";

    private readonly CredentialContext _context;
    private readonly CredentialCache _cache;
    private readonly InstanceMetadata _metadata;
    private readonly bool _ownsContext;

    /// <summary>Makes a provider; nothing is asked yet.</summary>
    /// <param name="options">Clock, logger and settings; null for the usual ones.</param>
    public InstanceMetadataCredentialProvider(ClientOptions? options = null)
        : this(CredentialContext.For(options)) => _ownsContext = true;

    internal InstanceMetadataCredentialProvider(CredentialContext context)
    {
        _context = context;
        _metadata = new InstanceMetadata(context);
        _cache = context.Cache(this);
    }

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">There is no such service, or the instance has no role.</exception>
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

    async ValueTask<FoundCredentials> ICredentialSource.FetchAsync(CancellationToken cancellationToken)
    {
        if (!_context.Settings.UseInstanceMetadata)
        {
            throw new CredentialsException($"{Source} is switched off (AWS_EC2_METADATA_DISABLED, {nameof(ClientOptions.UseInstanceMetadata)})");
        }

        using CredentialAnswer? roles = await _metadata.GetAsync(RolesPath, cancellationToken).ConfigureAwait(false);
        string role = roles?.Text.Split('\n')[0].Trim() ?? string.Empty;
        if (role.Length == 0)
        {
            throw new CredentialsException("the instance has no role");
        }

        using CredentialAnswer? answer = await _metadata.GetAsync(RolesPath + Uri.EscapeDataString(role), cancellationToken).ConfigureAwait(false);
        if (answer is null)
        {
            throw new CredentialsException($"{Source} has no keys for the instance's role") { IsFault = true };
        }

        TemporaryKeys keys = CredentialJson.Read(answer.Body, CredentialJson.Default.TemporaryKeys, Source);
        return keys.Code is null or "Success"
            ? new(keys.ToCredentials(Source))
            : throw new CredentialsException($"{Source} answered {keys.Code}") { IsFault = true };
    }
}
