using System.ComponentModel;
using System.Globalization;
using System.Net.Http.Headers;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.CodeGen;

/// <summary>One header of a response.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ResponseHeader
{
    private readonly HeaderStringValues _values;
    private readonly string? _text;

    internal ResponseHeader(string name, HeaderStringValues values)
    {
        Name = name;
        _values = values;
    }

    internal ResponseHeader(string name, string value)
    {
        Name = name;
        _text = value;
    }

    /// <summary>The name as the service wrote it.</summary>
    public string Name { get; }

    /// <summary>The value; those of a header that came several times are joined with ", ".</summary>
    public string Value => _text ?? _values.ToString();

    /// <summary>Whether this is the header of that name; case does not matter.</summary>
    /// <param name="name">The name.</param>
    public bool Is(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Name.Length == name.Length && Name.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the name begins with a prefix; case does not matter.</summary>
    /// <param name="prefix">The prefix, e.g. <c>x-amz-meta-</c>.</param>
    /// <param name="suffix">What follows it, as the service wrote it.</param>
    public bool TryGetSuffix(string prefix, out string suffix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        bool isPrefixed = Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
        suffix = isPrefixed ? Name[prefix.Length..] : string.Empty;
        return isPrefixed;
    }

    /// <summary>Reads an integer.</summary>
    /// <exception cref="ResponseFormatException">The value is none, or does not fit.</exception>
    public int ReadInt32() =>
        int.TryParse(Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw NotA("32-bit integer");

    /// <inheritdoc cref="ReadInt32"/>
    public long ReadInt64() =>
        long.TryParse(Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw NotA("64-bit integer");

    /// <summary>Reads <c>true</c> or <c>false</c>; case does not matter, since stores other than AWS write <c>True</c>.</summary>
    /// <exception cref="ResponseFormatException">The value is neither.</exception>
    public bool ReadBoolean() => bool.TryParse(Value, out bool truth) ? truth : throw NotA("boolean");

    /// <summary>Reads a number.</summary>
    /// <exception cref="ResponseFormatException">The value is none.</exception>
    public double ReadDouble() =>
        double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw NotA("number");

    /// <inheritdoc cref="ReadDouble"/>
    public float ReadSingle() =>
        float.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) ? number : throw NotA("number");

    /// <summary>Reads a timestamp.</summary>
    /// <param name="format">Its form.</param>
    /// <exception cref="ResponseFormatException">The value is none of that form.</exception>
    public DateTimeOffset ReadTimestamp(TimestampFormat format) =>
        Timestamps.TryParse(Value.AsSpan().Trim(), format, out DateTimeOffset time) ? time : throw NotA("timestamp");

    /// <summary>Reads a list of values separated by commas; quotes around a value are taken off.</summary>
    /// <exception cref="ResponseFormatException">A quoted value does not end.</exception>
    public IReadOnlyList<string> ReadList() => HeaderListReader.Read(Name, Value);

    /// <summary>Reads a list of values of another type than text.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="parse">Makes a value of its text.</param>
    /// <exception cref="ResponseFormatException">A value is none of that type.</exception>
    public IReadOnlyList<T> ReadList<T>(Func<string, T> parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        return HeaderListReader.Read(Name, Value).ConvertAll(text => parse(text));
    }

    /// <summary>Reads base64.</summary>
    /// <exception cref="ResponseFormatException">The value is none.</exception>
    public byte[] ReadBlob() => Numbers.ParseBase64(Value);

    /// <summary>Reads text that travels as base64, since it has a media type of its own.</summary>
    /// <exception cref="ResponseFormatException">The value is none.</exception>
    public string ReadBase64Text() => System.Text.Encoding.UTF8.GetString(ReadBlob());

    /// <summary>Reads a list of timestamps; a comma within an HTTP date does not separate.</summary>
    /// <param name="format">Their form.</param>
    /// <exception cref="ResponseFormatException">A value is none of that form.</exception>
    public IReadOnlyList<DateTimeOffset> ReadTimestampList(TimestampFormat format) => HeaderListReader.ReadTimestamps(Name, Value, format);

    private ResponseFormatException NotA(string kind) => new($"The value of header '{Name}' is not a {kind}.");
}
