using System.Diagnostics.CodeAnalysis;

namespace S3Gen.Runtime.Configuration;

/// <summary>Finds the effective value of settings, remembers where each came from, and collects the faults of all.</summary>
internal sealed class SettingsReader(ClientOptions options, SettingsSource source)
{
    private readonly List<string> _faults = [];
    private readonly List<EffectiveSetting> _effective = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    internal IReadOnlyList<EffectiveSetting> Effective => _effective;

    internal T Read<T>(Setting<T> setting) => Read(setting, setting.Default);

    /// <summary>Reads a setting whose default depends on others.</summary>
    internal T Read<T>(Setting<T> setting, T otherwise) =>
        TryReadFromApplication(setting, out T? value) || TryReadFromKeys(setting, out value) ? value : Accept(setting, otherwise, SettingOrigin.Default, null);

    /// <summary>Reads a setting for which neither environment nor profile count.</summary>
    internal T ReadFromApplication<T>(Setting<T> setting) =>
        TryReadFromApplication(setting, out T? value) ? value : Accept(setting, setting.Default, SettingOrigin.Default, null);

    /// <summary>Refuses names of the section that are no settings; all settings have been read.</summary>
    internal void CheckSection()
    {
        foreach (string name in options.Section?.Names ?? [])
        {
            Check(_names.Contains(name), $"{options.Section!.Label(name)} is no setting of a client{Guess(name)}");
        }
    }

    private string Guess(string name) => NearestName.Find(name, _names) is { } meant
        ? $": did you mean {options.Section!.Label(meant)}?"
        : string.Empty;

    internal void Check(bool isRight, string fault)
    {
        if (!isRight)
        {
            _faults.Add(fault);
        }
    }

    internal void ThrowIfFaulty(string parameter)
    {
        if (_faults.Count > 0)
        {
            throw new ArgumentException($"The client's options are faulty: {string.Join("; ", _faults)}.", parameter);
        }
    }

    private bool TryReadFromApplication<T>(Setting<T> setting, [MaybeNullWhen(false)] out T value)
    {
        _names.Add(setting.Name);
        if (setting.FromCode(options) is { } set)
        {
            value = Accept(setting, (T)set, SettingOrigin.Code, null);
            return true;
        }

        if (options.Section is { } section && section.Find(setting.Name) is { } text)
        {
            value = Parse(setting, setting.ParseSection, text, SettingOrigin.Section, section.Label(setting.Name));
            return true;
        }

        value = default;
        return false;
    }

    private bool TryReadFromKeys<T>(Setting<T> setting, [MaybeNullWhen(false)] out T value)
    {
        foreach (SettingKey<T> key in setting.Keys)
        {
            if (source.Find(key, out string label) is { } text)
            {
                SettingOrigin origin = key.Kind is SettingKeyKind.Variable or SettingKeyKind.ServiceVariable ? SettingOrigin.Environment : SettingOrigin.Profile;
                value = Parse(setting, found => setting.Parse(key, found), text, origin, label);
                return true;
            }
        }

        value = default;
        return false;
    }

    private T Parse<T>(Setting<T> setting, Func<string, T> parse, string text, SettingOrigin origin, string label)
    {
        try
        {
            return Accept(setting, parse(text), origin, label);
        }
        catch (FormatException e)
        {
            _faults.Add($"{setting.Name}, from {label}, {e.Message}");
            return setting.Default;
        }
    }

    private T Accept<T>(Setting<T> setting, T value, SettingOrigin origin, string? key)
    {
        if (setting.Rule(value) is { } broken)
        {
            _faults.Add($"{setting.Name}, {(key is null ? "set in code" : $"from {key}")}, {broken}");
        }

        _effective.Add(new EffectiveSetting(setting.Name, setting.Format(value), origin, key));
        return value;
    }
}
