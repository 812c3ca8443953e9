using System.Globalization;

namespace S3Gen.Runtime.Configuration;

/// <summary>Finds the effective value of settings, remembers where each came from, and collects the faults of all.</summary>
internal sealed class SettingsReader(SettingsSection? section, SettingsSource source)
{
    private readonly List<string> _faults = [];
    private readonly List<Decision> _decisions = [];

    /// <summary>Every setting that has been read, with its value and source.</summary>
    internal IReadOnlyList<EffectiveSetting> Effective => [.. _decisions.Select(static decision => decision.ToEffective())];

    /// <summary>Reads a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="fromCode">What the options say; null if nothing.</param>
    internal T Read<T>(Setting<T> setting, object? fromCode) => Read(setting, fromCode, setting.Default);

    /// <summary>Reads a setting whose default depends on others.</summary>
    internal T Read<T>(Setting<T> setting, object? fromCode, T otherwise) =>
        TryReadFromApplication(setting, fromCode, out object? value) || TryReadFromKeys(setting, out value) ? (T)value! : Default(setting, otherwise);

    /// <summary>Reads a setting for which neither environment nor profile count.</summary>
    internal T ReadFromApplication<T>(Setting<T> setting, object? fromCode) =>
        TryReadFromApplication(setting, fromCode, out object? value) ? (T)value! : Default(setting, setting.Default);

    /// <summary>Refuses names of the section that are no settings; all settings have been read.</summary>
    internal void CheckSection()
    {
        if (section is null)
        {
            return;
        }

        foreach (string name in section.Names)
        {
            Check(
                _decisions.Exists(decision => decision.Setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase)),
                $"{section.Label(name)} is no setting of a client{Guess(section, name)}");
        }
    }

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

    private bool TryReadFromApplication(Setting setting, object? fromCode, out object? value)
    {
        value = fromCode;
        if (fromCode is not null)
        {
            Accept(setting, fromCode, SettingOrigin.Code, null);
            return true;
        }

        return section?.Find(setting.Name) is { } text
            && TryParse(setting, found => ParseSection(setting, found), text, SettingOrigin.Section, section.Label(setting.Name), out value);
    }

    private bool TryReadFromKeys(Setting setting, out object? value)
    {
        foreach (SettingKey key in setting.Keys)
        {
            if (source.Find(key) is { } text)
            {
                return TryParse(setting, key.Parse ?? setting.Parse, text, SettingsSource.OriginOf(key), source.Label(key), out value);
            }
        }

        value = null;
        return false;
    }

    /// <summary>In a section times may be written as .NET writes them.</summary>
    private static object? ParseSection(Setting setting, string text)
    {
        if (setting is not (Setting<TimeSpan> or Setting<TimeSpan?>) || !text.Contains(':', StringComparison.Ordinal))
        {
            return setting.Parse(text);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan time)
            ? time
            : throw new FormatException("is no time: hh:mm:ss, or milliseconds");
    }

    private bool TryParse(Setting setting, Func<string, object?> parse, string text, SettingOrigin origin, string label, out object? value)
    {
        try
        {
            value = parse(text);
            Accept(setting, value, origin, label);
            return true;
        }
        catch (FormatException e)
        {
            _faults.Add($"{setting.Name}, from {label}, {e.Message}");
            value = null;
            return false;
        }
    }

    private void Accept(Setting setting, object? value, SettingOrigin origin, string? key)
    {
        if (setting.FindFault(value) is { } broken)
        {
            _faults.Add($"{setting.Name}, {(key is null ? "set in code" : $"from {key}")}, {broken}");
        }

        _decisions.Add(new Decision(setting, value, origin, key));
    }

    private T Default<T>(Setting<T> setting, T value)
    {
        _decisions.Add(new Decision(setting, value, SettingOrigin.Default, null));
        return value;
    }

    private string Guess(SettingsSection section, string name) =>
        NearestName.Find(name, _decisions.Select(static decision => decision.Setting.Name)) is { } meant ? $": did you mean {section.Label(meant)}?" : string.Empty;

    /// <summary>A setting that has been read; its text is made when somebody asks.</summary>
    private sealed class Decision(Setting setting, object? value, SettingOrigin origin, string? key)
    {
        internal Setting Setting => setting;

        internal EffectiveSetting ToEffective() => new(setting.Name, setting.Format(value), origin, key);
    }
}
