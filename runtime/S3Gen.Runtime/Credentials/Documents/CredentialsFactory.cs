namespace S3Gen.Runtime.CredentialSources;

/// <summary>Makes credentials of what a source gave.</summary>
internal static class CredentialsFactory
{
    /// <exception cref="CredentialsException">Keys are missing or cannot be used.</exception>
    internal static Credentials Create(string source, string? keyId, SecretString? secret, SecretString? token, DateTimeOffset? expiration)
    {
        if (string.IsNullOrWhiteSpace(keyId) || secret is null || secret.IsEmpty)
        {
            throw new CredentialsException($"{source} gave no access key id or no secret access key") { IsFault = true };
        }

        try
        {
            return Credentials.FromSecrets(keyId, secret, token, expiration);
        }
        catch (ArgumentException e)
        {
            throw new CredentialsException($"{source} gave keys that cannot be used: {e.Message}", e) { IsFault = true };
        }
    }
}
