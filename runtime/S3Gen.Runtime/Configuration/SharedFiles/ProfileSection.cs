namespace S3Gen.Runtime.Configuration;

/// <summary>A section of a shared file. Names of settings are compared without regard to case.</summary>
internal sealed class ProfileSection(string header)
{
    private readonly Dictionary<string, string> _settings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands between the brackets, e.g. <c>profile dev</c>.</summary>
    internal string Header => header;

    internal string? this[string setting]
    {
        get => _settings.GetValueOrDefault(setting);
        set => _settings[setting] = value!;
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
