using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace S3Gen.Runtime.CodeGen;

// Every method here reads the content of the element just opened and its end tag, so that the parent is open afterwards.
// All of them throw ResponseFormatException for malformed text, for child elements and for values of another type.
public ref partial struct Utf8XmlReader
{
    private const int DigestLength = 32;

    /// <summary>Reads text; an empty element gives an empty string.</summary>
    public string ReadString()
    {
        int start = _position;
        if (TryReadQuoted(out ReadOnlySpan<byte> quoted))
        {
            return XmlText.Quote(quoted);
        }

        ReadOnlySpan<byte> content = ReadContent(out bool isPlain);
        return isPlain ? XmlText.Widen(content) : XmlText.Decode(content, isAttribute: false, start);
    }

    /// <summary>Reads a secret, of which no string is made where it is written plainly.</summary>
    internal SecretString ReadSecret()
    {
        int start = _position;
        ReadOnlySpan<byte> content = ReadContent(out bool isPlain);
        return isPlain ? new SecretString(content) : new SecretString(XmlText.Decode(content, isAttribute: false, start));
    }

    /// <summary>Reads a 32-bit integer.</summary>
    public int ReadInt32() =>
        int.TryParse(ReadScalar(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value : throw NotA("32-bit integer");

    /// <summary>Reads a 64-bit integer.</summary>
    public long ReadInt64()
    {
        if (TryReadDigits(out long usual))
        {
            return usual;
        }

        return long.TryParse(ReadScalar(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value : throw NotA("64-bit integer");
    }

    /// <summary>Reads a number; <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are numbers too.</summary>
    public double ReadDouble() =>
        double.TryParse(ReadScalar(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw NotA("number");

    /// <summary>Reads a number of single precision; <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> are numbers too.</summary>
    public float ReadSingle() =>
        float.TryParse(ReadScalar(), NumberStyles.Float, CultureInfo.InvariantCulture, out float value) ? value : throw NotA("number");

    /// <summary>Reads <c>true</c> or <c>false</c>, in any case since some stores write <c>True</c>.</summary>
    public bool ReadBoolean()
    {
        ReadOnlySpan<byte> text = ReadScalar();
        bool isTrue = Ascii.EqualsIgnoreCase(text, "true"u8);
        return isTrue || Ascii.EqualsIgnoreCase(text, "false"u8) ? isTrue : throw NotA("boolean");
    }

    /// <summary>Reads a timestamp.</summary>
    /// <param name="format">The form that the model gives it.</param>
    public DateTimeOffset ReadTimestamp(TimestampFormat format)
    {
        ReadOnlySpan<byte> rest = _xml[_position..];
        if (format == TimestampFormat.DateTime && rest.Length >= TimestampParser.UtcMillisecondsLength + 2 && !_isSelfClosed &&
            rest[TimestampParser.UtcMillisecondsLength] == '<' && rest[TimestampParser.UtcMillisecondsLength + 1] == '/' &&
            TimestampParser.TryParseUtcMilliseconds(rest[..TimestampParser.UtcMillisecondsLength], out DateTimeOffset usual))
        {
            _position += TimestampParser.UtcMillisecondsLength;
            ReadEndTag();
            return usual;
        }

        return Timestamps.TryParse(ReadScalar(), format, out DateTimeOffset value) ? value : throw NotA("timestamp");
    }

    /// <summary>Reads base64; white space in it is ignored.</summary>
    public byte[] ReadBlob()
    {
        ReadOnlySpan<byte> text = ReadScalar();
        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        OperationStatus status = Base64.DecodeFromUtf8(text, bytes, out int consumed, out int written);
        return status != OperationStatus.Done || consumed != text.Length ? throw NotA("base64 value")
            : written == bytes.Length ? bytes
            : bytes[..written];
    }

    /// <summary>Whether the quoted text is as long as an MD5 in hexadecimal. To try that is faster than to look for the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsQuotedDigest(ReadOnlySpan<byte> text) =>
        text.Length > DigestLength && text[DigestLength] == '&' && XmlScan.IsPlain(text[..DigestLength]);

    /// <summary>The element's value without white space around it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> ReadScalar()
    {
        int start = _position;
        ReadOnlySpan<byte> content = ReadContent(out bool isPlain);
        return isPlain && content.Length > 0 && content[0] > ' ' && content[^1] > ' ' ? content : Clean(content, isPlain, start);
    }

    private static ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> content, bool isPlain, int start) =>
        XmlCharacters.Trim(isPlain ? content : Encoding.UTF8.GetBytes(XmlText.Decode(content, isAttribute: false, start)));

    /// <summary>Reads a number without a sign, of so few digits that it cannot overflow, and the end tag.</summary>
    /// <returns>Whether the content has that form; if not, nothing is read.</returns>
    private bool TryReadDigits(out long value)
    {
        ReadOnlySpan<byte> rest = _xml[_position..];
        value = 0;
        int length = 0;
        while (length < rest.Length && (uint)rest[length] - '0' <= 9)
        {
            value = (value * 10) + (rest[length] - '0');
            length++;
        }

        if (length is 0 or > 18 || length + 1 >= rest.Length || rest[length] != '<' || rest[length + 1] != '/' || _isSelfClosed)
        {
            return false;
        }

        _position += length;
        ReadEndTag();
        return true;
    }

    /// <summary>Reads plain text between two <c>&amp;quot;</c>, as every ETag is written, and the end tag.</summary>
    /// <returns>Whether the content has that form; if not, nothing is read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadQuoted(out ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = _xml[_position..];
        if (!rest.StartsWith("&quot;"u8) || _isSelfClosed)
        {
            text = default;
            return false;
        }

        rest = rest["&quot;".Length..];
        int length = IsQuotedDigest(rest) ? DigestLength : XmlScan.PlainLength(rest);
        text = rest[..length];
        if (!rest[length..].StartsWith("&quot;</"u8))
        {
            return false;
        }

        _position += length + (2 * "&quot;".Length);
        ReadEndTag();
        return true;
    }

    /// <summary>Reads up to the end tag and over it.</summary>
    /// <param name="isPlain">Whether the content is ASCII that stands for itself.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> ReadContent(out bool isPlain)
    {
        isPlain = true;
        if (_isSelfClosed)
        {
            CloseSelfClosed();
            return default;
        }

        ReadOnlySpan<byte> rest = _xml[_position..];
        int length = XmlScan.PlainLength(rest);
        if (length + 1 < rest.Length && rest[length] == '<' && rest[length + 1] == '/')
        {
            _position += length;
        }
        else
        {
            isPlain = false;
            length = FindEndOfContent();
        }

        ReadEndTag();
        return rest[..length];
    }

    /// <summary>Moves to the end tag over text, comments, CDATA sections and processing instructions.</summary>
    private int FindEndOfContent()
    {
        if (_depth == 0)
        {
            ThrowNothingOpen();
        }

        int start = _position;
        while (true)
        {
            int length = _xml[_position..].IndexOf((byte)'<');
            if (length < 0 || _position + length + 1 == _xml.Length)
            {
                ResponseFormatException.ThrowXml("the document is cut short", _xml.Length);
            }

            _position += length;
            byte next = _xml[_position + 1];
            if (next == '/')
            {
                return _position - start;
            }

            if (next is not ((byte)'!' or (byte)'?'))
            {
                ResponseFormatException.ThrowXml("an element inside a simple value", _position);
            }

            SkipMarkup(next);
        }
    }

    private readonly ResponseFormatException NotA(string what) =>
        new($"The XML holds a value that is no {what}, before byte {_position}.");
}
