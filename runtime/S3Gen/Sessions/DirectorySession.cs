using S3Gen.Runtime;

namespace S3Gen.Sessions;

/// <summary>What CreateSession answers, as credentials.</summary>
internal static class DirectorySession
{
    /// <exception cref="CredentialsException">The answer lacks a part of them, or one that cannot be used.</exception>
    internal static Credentials ToCredentials(CreateSessionResponse response)
    {
        if (response.Credentials is not { AccessKeyId: { Length: > 0 } keyId, SecretAccessKey: { Length: > 0 } secret, SessionToken: { Length: > 0 } token } session)
        {
            throw new CredentialsException("the answer to CreateSession lacks an access key id, a secret access key or a session token");
        }

        try
        {
            return new Credentials(keyId, secret, token, session.Expiration);
        }
        catch (ArgumentException e)
        {
            throw new CredentialsException($"the answer to CreateSession cannot be used: {e.Message}", e);
        }
    }
}
