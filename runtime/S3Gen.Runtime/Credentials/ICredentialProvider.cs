namespace S3Gen.Runtime;

/// <summary>
/// Gives the credentials to sign with. It is asked for every attempt, from many threads: an implementation keeps what it has
/// found, and finds new ones before they expire.
/// </summary>
public interface ICredentialProvider
{
    /// <summary>Gives credentials that are valid now.</summary>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="CredentialsException">There are none.</exception>
    ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default);
}
