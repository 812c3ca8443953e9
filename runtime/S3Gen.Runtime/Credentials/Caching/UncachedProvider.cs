namespace S3Gen.Runtime.CredentialSources;

/// <summary>A source as a provider, for a provider that keeps what comes of it.</summary>
internal sealed class UncachedProvider(ICredentialSource source) : ICredentialProvider
{
    public async ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) =>
        (await source.FetchAsync(cancellationToken).ConfigureAwait(false)).Credentials;
}
