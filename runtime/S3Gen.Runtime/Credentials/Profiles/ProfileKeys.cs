using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>The keys that stand in a profile. Secret and token are of the file that the key id is of: those of the other file belong to another key.</summary>
internal sealed class ProfileKeys(Profile profile) : ICredentialSource
{
    public ValueTask<FoundCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        string? keyId = profile["aws_access_key_id"];
        string? file = profile.FileOf("aws_access_key_id");
        SecretString? secret = profile.FindSecret("aws_secret_access_key", file);
        if (keyId is null || secret is null)
        {
            string missing = keyId is null ? "aws_access_key_id" : "aws_secret_access_key";
            throw new CredentialsException($"profile '{profile.Name}' has no {missing}{(file is null ? string.Empty : $" in {file}")}") { IsFault = true };
        }

        try
        {
            return new(new FoundCredentials(Credentials.FromSecrets(keyId, secret.Copy(), profile.FindSecret("aws_session_token", file)?.Copy())));
        }
        catch (ArgumentException e)
        {
            throw new CredentialsException($"profile '{profile.Name}' cannot be used: {e.Message}", e) { IsFault = true };
        }
    }
}
