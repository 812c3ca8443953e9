using System.Globalization;

namespace S3Gen.Runtime.Configuration;

/// <summary>
/// One row of the table of settings, as far as its value's type does not matter. That is most of it on purpose: code of a generic type is
/// compiled for each type of value, and all of the table is read before a process's first request.
/// </summary>
/// <param name="name">The name of the option.</param>
/// <param name="keys">Where to look when the options say nothing, in that order.</param>
internal abstract class Setting(string name, SettingKey[] keys)
{
    internal string Name => name;

    internal SettingKey[] Keys => keys;

    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException">The text breaks a rule, which the message says.</exception>
    internal abstract object? Parse(string text);

    /// <summary>Says which rule a value breaks; null if none.</summary>
    internal abstract string? FindFault(object? value);

    /// <summary>Makes text of a value, for people.</summary>
    internal abstract string? Format(object? value);
}

/// <summary>One row of the table of settings: what it is called everywhere, how it is read, what it may be, and what it is otherwise.</summary>
/// <typeparam name="T">The value's type; one that can be null if there need not be a value.</typeparam>
/// <param name="name">The name of the option.</param>
/// <param name="parse">Reads the value from text; throws <see cref="FormatException"/> with the rule that the text breaks.</param>
/// <param name="otherwise">The default, which keeps the rule.</param>
/// <param name="keys">Where to look when the options say nothing, in that order.</param>
internal sealed class Setting<T>(string name, Func<string, T> parse, T otherwise, params SettingKey[] keys) : Setting(name, keys)
{
    internal T Default => otherwise;

    /// <summary>Says which rule a value breaks; null if none.</summary>
    internal Func<T, string?>? Rule { get; init; }

    /// <summary>Makes text of a value, if not as .NET does.</summary>
    internal Func<T, string?>? Text { get; init; }

    internal override object? Parse(string text) => parse(text);

    internal override string? FindFault(object? value) => Rule?.Invoke((T)value!);

    internal override string? Format(object? value)
    {
        string? text = Text is { } own ? own((T)value!) : Convert.ToString(value, CultureInfo.InvariantCulture);
        return text is { Length: > 0 } ? text : null;
    }
}
