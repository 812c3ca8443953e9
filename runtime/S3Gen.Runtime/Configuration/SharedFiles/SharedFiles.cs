namespace S3Gen.Runtime.Configuration;

/// <summary>
/// The shared AWS files: <c>~/.aws/credentials</c> and <c>~/.aws/config</c>, or where <c>AWS_SHARED_CREDENTIALS_FILE</c> and
/// <c>AWS_CONFIG_FILE</c> say.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html"/>
internal sealed class SharedFiles : IDisposable
{
    private readonly SharedFile _credentials;
    private readonly SharedFile _config;

    internal SharedFiles(EnvironmentSource environment)
    {
        _credentials = new SharedFile(Locate(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials"));
        _config = new SharedFile(Locate(environment, "AWS_CONFIG_FILE", "config"));
    }

    /// <summary>The files' names for messages.</summary>
    internal string Names => (_credentials.Path, _config.Path) switch
    {
        (null, null) => "the shared files, for there is no home directory",
        ({ } path, null) => path,
        (null, { } path) => path,
        ({ } credentials, { } config) => $"{credentials} or {config}",
    };

    /// <summary>The files as they are now.</summary>
    /// <exception cref="SharedFileException">A file cannot be read or understood.</exception>
    internal SharedConfiguration Read()
    {
        IReadOnlyList<ProfileSection> credentials = _credentials.Read(out FileStamp credentialsStamp);
        IReadOnlyList<ProfileSection> config = _config.Read(out FileStamp configStamp);
        return new SharedConfiguration(credentials, config, [credentialsStamp, configStamp]);
    }

    /// <summary>Wipes the secrets of what was read.</summary>
    public void Dispose()
    {
        _credentials.Dispose();
        _config.Dispose();
    }

    private static string? Locate(EnvironmentSource environment, string variable, string name)
    {
        string? path = environment.Get(variable);
        string? home = environment.HomeDirectory;
        if (path is null)
        {
            return home is null ? null : Path.Combine(home, ".aws", name);
        }

        return path is ['~', '/' or '\\', ..] && home is not null ? Path.Combine(home, path[2..]) : path;
    }
}
