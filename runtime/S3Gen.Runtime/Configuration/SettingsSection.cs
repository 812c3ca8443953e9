namespace S3Gen.Runtime;

/// <summary>
/// Settings as text, by the names of <see cref="ClientOptions"/>: whatever can be set by a variable or in a profile. Times are
/// <c>hh:mm:ss</c> or milliseconds, sizes bytes or <c>8MB</c>. A name that is no setting is a fault, as is a value that breaks a rule.
/// </summary>
/// <param name="path">Where the settings are from, e.g. <c>S3</c>; faults name it before the setting: <c>S3:MaxRetries</c>.</param>
/// <param name="values">Names and values; names are not case-sensitive.</param>
public sealed class SettingsSection(string path, IEnumerable<KeyValuePair<string, string?>> values)
{
    private readonly Dictionary<string, string?> _values = new(values, StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the settings are from.</summary>
    public string Path => path;

    internal IEnumerable<string> Names => _values.Keys;

    internal string Label(string name) => path.Length == 0 ? name : $"{path}:{name}";

    internal string? Find(string name) => _values.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
