using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime;

/// <summary>
/// Reads a profile's keys from the shared credentials file, <c>~/.aws/credentials</c> or where
/// <c>AWS_SHARED_CREDENTIALS_FILE</c> says. It is read for each call: put the provider into a <see cref="ChainCredentialProvider"/>
/// to keep what was found.
/// </summary>
public sealed class ProfileCredentialProvider : ICredentialProvider
{
    private readonly EnvironmentSource _environment;
    private readonly string _profile;

    /// <summary>Reads one profile.</summary>
    /// <param name="profile">The profile's name; null (the default) takes <c>AWS_PROFILE</c>, then <c>default</c>.</param>
    public ProfileCredentialProvider(string? profile = null)
        : this(profile, EnvironmentSource.Process)
    {
    }

    internal ProfileCredentialProvider(string? profile, EnvironmentSource environment)
    {
        _environment = environment;
        _profile = profile ?? environment.Get("AWS_PROFILE") ?? "default";
    }

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">A file or the profile is missing or cannot be used.</exception>
    public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        SharedFiles files = new(_environment);
        try
        {
            return new(Read(files));
        }
        catch (SharedFileException e)
        {
            throw new CredentialsException($"profile '{_profile}': {e.Message}", e) { IsFault = true };
        }
    }

    private Credentials Read(SharedFiles files)
    {
        Profile profile = files.Read().FindProfile(_profile) ?? throw new CredentialsException($"profile '{_profile}' is not in {files.Names}");
        string? keyId = profile["aws_access_key_id"];
        string? secret = profile["aws_secret_access_key"];
        if (keyId is null || secret is null)
        {
            throw new CredentialsException($"profile '{_profile}' has no aws_access_key_id or no aws_secret_access_key") { IsFault = true };
        }

        try
        {
            return new Credentials(keyId, secret, profile["aws_session_token"]);
        }
        catch (ArgumentException e)
        {
            throw new CredentialsException($"profile '{_profile}' cannot be used: {e.Message}", e) { IsFault = true };
        }
    }
}
