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
    /// <summary>Reads text; an empty element gives an empty string.</summary>
    public string ReadString()
    {
        int start = _position;
        ReadOnlySpan<byte> content = ReadContent(out bool isPlain);
        return isPlain ? Encoding.Latin1.GetString(content) : XmlText.Decode(content, isAttribute: false, start);
    }

    /// <summary>Reads a 32-bit integer.</summary>
    public int ReadInt32() =>
        int.TryParse(ReadScalar(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value : throw NotA("32-bit integer");

    /// <summary>Reads a 64-bit integer.</summary>
    public long ReadInt64() =>
        long.TryParse(ReadScalar(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value : throw NotA("64-bit integer");

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
    public DateTimeOffset ReadTimestamp(TimestampFormat format) =>
        Timestamps.TryParse(ReadScalar(), format, out DateTimeOffset value) ? value : throw NotA("timestamp");

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

    /// <summary>The element's value without white space around it.</summary>
    private ReadOnlySpan<byte> ReadScalar()
    {
        int start = _position;
        ReadOnlySpan<byte> content = ReadContent(out bool isPlain);
        return XmlCharacters.Trim(isPlain ? content : Encoding.UTF8.GetBytes(XmlText.Decode(content, isAttribute: false, start)));
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
