namespace S3Gen.Runtime.Configuration;

/// <summary>One row of the table of settings: what it is called everywhere, how it is read, what it may be, and what it is otherwise.</summary>
/// <typeparam name="T">The value's type; one that can be null if there need not be a value.</typeparam>
/// <param name="name">The name of the option.</param>
/// <param name="fromCode">The value that the options hold, or null.</param>
/// <param name="parse">Reads the value from text; throws <see cref="FormatException"/> with the rule that the text breaks.</param>
/// <param name="otherwise">The default.</param>
/// <param name="keys">Where to look when the options say nothing, in that order.</param>
internal sealed class Setting<T>(string name, Func<ClientOptions, object?> fromCode, Func<string, T> parse, T otherwise, params SettingKey<T>[] keys)
{
    internal string Name => name;

    internal SettingKey<T>[] Keys => keys;

    internal T Default => otherwise;

    /// <summary>Says which rule a value breaks; null if none.</summary>
    internal Func<T, string?> Rule { get; init; } = static _ => null;

    /// <summary>Makes text of a value, for people.</summary>
    internal Func<T, string?> Format { get; init; } =
        static value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    internal object? FromCode(ClientOptions options) => fromCode(options);

    /// <summary>Reads a value of a section, where times may be written as .NET writes them.</summary>
    internal T ParseSection(string text)
    {
        bool isTime = typeof(T) == typeof(TimeSpan) || typeof(T) == typeof(TimeSpan?);
        if (!isTime || !text.Contains(':', StringComparison.Ordinal))
        {
            return parse(text);
        }

        return TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out TimeSpan time)
            ? (T)(object)time
            : throw new FormatException("is no time: hh:mm:ss, or milliseconds");
    }

    internal T Parse(SettingKey<T> key, string text) => key.Parse is { } own ? own(text) : parse(text);
}
