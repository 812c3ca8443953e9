namespace S3Gen.Runtime.CredentialSources;

/// <summary>Finds credentials anew whenever it is asked; a <see cref="CredentialCache"/> stands before it.</summary>
internal interface ICredentialSource
{
    /// <exception cref="CredentialsException">There are none.</exception>
    ValueTask<FoundCredentials> FetchAsync(CancellationToken cancellationToken);
}
