using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime;

/// <summary>
/// Reads a profile's keys from the shared credentials file, <c>~/.aws/credentials</c> or where
/// <c>AWS_SHARED_CREDENTIALS_FILE</c> says. It is read for each call: put the provider into a <see cref="ChainCredentialProvider"/>
/// to keep what was found.
/// </summary>
public sealed class ProfileCredentialProvider : ICredentialProvider
{
    private const string FileVariable = "AWS_SHARED_CREDENTIALS_FILE";

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
    /// <exception cref="CredentialsException">The file or the profile is missing or cannot be used.</exception>
    public async ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        string path = FilePath();
        string text;
        try
        {
            text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CredentialsException($"profile '{_profile}': there is no file {path}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CredentialsException($"profile '{_profile}': {path} cannot be read: {e.Message}", e) { IsFault = true };
        }

        return Read(text, path);
    }

    private string FilePath()
    {
        if (_environment.Get(FileVariable) is { } path)
        {
            return path;
        }

        return _environment.HomeDirectory is { } home
            ? Path.Combine(home, ".aws", "credentials")
            : throw new CredentialsException($"profile '{_profile}': there is no home directory, and {FileVariable} is not set");
    }

    private Credentials Read(string text, string path)
    {
        if (!ProfileFile.TryReadSection(text, _profile, out Dictionary<string, string> settings))
        {
            throw new CredentialsException($"there is no profile '{_profile}' in {path}");
        }

        if (!settings.TryGetValue("aws_access_key_id", out string? keyId) || !settings.TryGetValue("aws_secret_access_key", out string? secret))
        {
            throw new CredentialsException($"profile '{_profile}' in {path} has no aws_access_key_id or no aws_secret_access_key") { IsFault = true };
        }

        try
        {
            return new Credentials(keyId, secret, settings.GetValueOrDefault("aws_session_token"));
        }
        catch (ArgumentException e)
        {
            throw new CredentialsException($"profile '{_profile}' in {path} cannot be used: {e.Message}", e) { IsFault = true };
        }
    }
}
