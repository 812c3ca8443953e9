namespace S3Gen.Runtime;

/// <summary>Gives credentials that are known beforehand.</summary>
/// <param name="credentials">The credentials.</param>
public sealed class StaticCredentialProvider(Credentials credentials) : ICredentialProvider
{
    private readonly Credentials _credentials = credentials ?? throw new ArgumentNullException(nameof(credentials));

    /// <summary>Gives credentials made from keys.</summary>
    /// <param name="accessKeyId">The access key id.</param>
    /// <param name="secretAccessKey">The secret access key.</param>
    /// <param name="sessionToken">The token of temporary credentials.</param>
    public StaticCredentialProvider(string accessKeyId, string secretAccessKey, string? sessionToken = null)
        : this(new Credentials(accessKeyId, secretAccessKey, sessionToken))
    {
    }

    /// <inheritdoc/>
    public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => new(_credentials);
}
