namespace S3Gen.Runtime.Configuration;

/// <summary>A section of a shared file. Names of settings are compared without regard to case. Secrets are kept apart, and never as text.</summary>
/// <param name="file">The file that it is of.</param>
/// <param name="header">What stands between the brackets, e.g. <c>profile dev</c>.</param>
internal sealed class ProfileSection(string file, string header) : IDisposable
{
    private readonly Dictionary<string, string> _settings = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SecretString> _secrets = new(StringComparer.OrdinalIgnoreCase);

    internal string File => file;

    internal string Header => header;

    internal string? this[string setting]
    {
        get => _settings.GetValueOrDefault(setting);
        set => _settings[setting] = value!;
    }

    internal static bool IsSecret(string setting) =>
        setting.Equals("aws_secret_access_key", StringComparison.OrdinalIgnoreCase) || setting.Equals("aws_session_token", StringComparison.OrdinalIgnoreCase);

    /// <summary>A secret, which stays the section's.</summary>
    internal SecretString? FindSecret(string setting) => _secrets.GetValueOrDefault(setting);

    /// <summary>Keeps a value as what its name makes of it.</summary>
    internal void Set(string setting, ReadOnlySpan<char> value)
    {
        if (IsSecret(setting))
        {
            _secrets[setting] = new SecretString(value);
        }
        else
        {
            _settings[setting] = value.ToString();
        }
    }

    /// <summary>Wipes the secrets.</summary>
    public void Dispose()
    {
        foreach ((_, SecretString secret) in _secrets)
        {
            secret.Dispose();
        }
    }

    /// <summary>The name of a section of a kind: <c>dev</c> for <c>profile dev</c>; null if it is of another kind.</summary>
    internal string? NameAs(string kind)
    {
        ReadOnlySpan<char> text = header;
        if (!text.StartsWith(kind, StringComparison.Ordinal) || text.Length == kind.Length || !char.IsWhiteSpace(text[kind.Length]))
        {
            return null;
        }

        return Unquote(text[kind.Length..].Trim());
    }

    internal static string Unquote(ReadOnlySpan<char> name) =>
        name is ['"', .., '"'] or ['\'', .., '\''] && name.Length > 2 ? name[1..^1].ToString() : name.ToString();
}
