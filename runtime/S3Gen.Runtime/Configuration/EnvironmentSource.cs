namespace S3Gen.Runtime.Configuration;

/// <summary>Where environment variables come from; tests replace it. Nothing else in the library reads the environment.</summary>
internal class EnvironmentSource
{
    internal static readonly EnvironmentSource Process = new();

    /// <summary>The user's home directory, where the shared AWS files are; null if it cannot be found.</summary>
    internal virtual string? HomeDirectory
    {
        get
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return home.Length == 0 ? null : home;
        }
    }

    /// <summary>The value of a variable; null if it is not set or empty.</summary>
    internal string? Get(string name)
    {
        string? value = Read(name);
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>Reads a variable as it is.</summary>
    protected virtual string? Read(string name) => Environment.GetEnvironmentVariable(name);
}
