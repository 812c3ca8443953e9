namespace S3Gen.Runtime.Configuration;

/// <summary>Finds the effective value of settings, remembers where each came from, and collects the faults of all.</summary>
internal sealed class SettingsReader(ClientOptions options, SettingsSource source)
{
    private readonly List<string> _faults = [];
    private readonly List<EffectiveSetting> _effective = [];

    internal IReadOnlyList<EffectiveSetting> Effective => _effective;

    internal T Read<T>(Setting<T> setting) => Read(setting, setting.Default);

    /// <summary>Reads a setting whose default depends on others.</summary>
    internal T Read<T>(Setting<T> setting, T otherwise)
    {
        if (setting.FromCode(options) is { } value)
        {
            return Accept(setting, (T)value, SettingOrigin.Code, null);
        }

        if (options.Section is { } section && section.Find(setting.Name) is { } configured)
        {
            return Parse(setting, setting.ParseSection, configured, SettingOrigin.Section, section.Label(setting.Name));
        }

        foreach (SettingKey<T> key in setting.Keys)
        {
            if (source.Find(key, out string label) is { } text)
            {
                SettingOrigin origin = key.Kind is SettingKeyKind.Variable or SettingKeyKind.ServiceVariable ? SettingOrigin.Environment : SettingOrigin.Profile;
                return Parse(setting, value => setting.Parse(key, value), text, origin, label);
            }
        }

        return Accept(setting, otherwise, SettingOrigin.Default, null);
    }

    /// <summary>Reads a setting for which nothing but code counts.</summary>
    internal T ReadFromCode<T>(Setting<T> setting) => setting.FromCode(options) is { } value
        ? Accept(setting, (T)value, SettingOrigin.Code, null)
        : Accept(setting, setting.Default, SettingOrigin.Default, null);

    /// <summary>Refuses names of the section that are no settings; all settings have been read.</summary>
    internal void CheckSection()
    {
        foreach (string name in options.Section?.Names ?? [])
        {
            Check(
                _effective.Exists(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) || _faults.Exists(fault => fault.StartsWith(name, StringComparison.OrdinalIgnoreCase)),
                $"{options.Section!.Label(name)} is no setting of a client{Guess(name)}");
        }
    }

    private string Guess(string name) => NearestName.Find(name, _effective.Select(static setting => setting.Name)) is { } meant
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
