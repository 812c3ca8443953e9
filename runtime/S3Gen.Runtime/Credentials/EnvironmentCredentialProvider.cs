using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.CredentialSources;

namespace S3Gen.Runtime;

/// <summary>Reads <c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c> and, if it is set, <c>AWS_SESSION_TOKEN</c>.</summary>
public sealed class EnvironmentCredentialProvider : ICredentialProvider, ICredentialSource
{
    private const string KeyIdVariable = "AWS_ACCESS_KEY_ID";
    private const string SecretVariable = "AWS_SECRET_ACCESS_KEY";
    private const string TokenVariable = "AWS_SESSION_TOKEN";

    private readonly EnvironmentSource _environment;

    /// <summary>Reads the environment of the process.</summary>
    public EnvironmentCredentialProvider()
        : this(EnvironmentSource.Process)
    {
    }

    internal EnvironmentCredentialProvider(EnvironmentSource environment) => _environment = environment;

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">A variable is missing or cannot be used.</exception>
    public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => new(Read());

    ValueTask<FoundCredentials> ICredentialSource.FetchAsync(CancellationToken cancellationToken) => new(new FoundCredentials(Read()));

    private Credentials Read()
    {
        string? keyId = _environment.Get(KeyIdVariable);
        string? secret = _environment.Get(SecretVariable);
        if (keyId is null || secret is null)
        {
            string missing = keyId is null ? KeyIdVariable : SecretVariable;
            throw new CredentialsException($"{missing} is not set") { IsFault = keyId is not null || secret is not null };
        }

        try
        {
            return new Credentials(keyId, secret, _environment.Get(TokenVariable));
        }
        catch (ArgumentException e)
        {
            throw new CredentialsException($"{KeyIdVariable}, {SecretVariable} or {TokenVariable} cannot be used: {e.Message}", e) { IsFault = true };
        }
    }
}
