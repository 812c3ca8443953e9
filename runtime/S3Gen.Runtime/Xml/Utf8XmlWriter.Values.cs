using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace S3Gen.Runtime.CodeGen;

public sealed partial class Utf8XmlWriter
{
    /// <summary>Writes <c>&lt;name&gt;value&lt;/name&gt;</c>.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="value">Its text, which is escaped. Control characters are written as character references, as S3 expects them.</param>
    /// <exception cref="ArgumentException">The value holds U+0000 or half a surrogate pair, which no XML can carry.</exception>
    public void WriteElement(ReadOnlySpan<byte> name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        WriteStart(name);
        WriteEscaped(value, XmlEscaping.Text);
        WriteEnd(name);
    }

    /// <summary>Writes an element that holds an integer.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="value">Its value.</param>
    public void WriteElement(ReadOnlySpan<byte> name, int value) => WriteFormatted(name, value);

    /// <inheritdoc cref="WriteElement(ReadOnlySpan{byte}, int)"/>
    public void WriteElement(ReadOnlySpan<byte> name, long value) => WriteFormatted(name, value);

    /// <summary>Writes an element that holds a number, which reads back as the same number.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="value">Its value.</param>
    public void WriteElement(ReadOnlySpan<byte> name, double value) => WriteFormatted(name, value);

    /// <inheritdoc cref="WriteElement(ReadOnlySpan{byte}, double)"/>
    public void WriteElement(ReadOnlySpan<byte> name, float value) => WriteFormatted(name, value);

    /// <summary>Writes an element that holds <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="value">Its value.</param>
    public void WriteElement(ReadOnlySpan<byte> name, bool value)
    {
        WriteStart(name);
        Append(value ? "true"u8 : "false"u8);
        WriteEnd(name);
    }

    /// <summary>Writes an element that holds a timestamp.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="format">The timestamp's form.</param>
    public void WriteElement(ReadOnlySpan<byte> name, DateTimeOffset value, TimestampFormat format)
    {
        WriteStart(name);
        Timestamps.TryFormatUtf8(value, format, Reserve(Timestamps.MaxLength), out int written);
        _length += written;
        WriteEnd(name);
    }

    /// <summary>Writes an element that holds base64.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="value">The bytes.</param>
    public void WriteBlob(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        WriteStart(name);
        Base64.EncodeToUtf8(value, Reserve(Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out int written);
        _length += written;
        WriteEnd(name);
    }

    /// <summary>Writes the content of the element that is open.</summary>
    /// <param name="value">Its text, which is escaped.</param>
    /// <exception cref="ArgumentException">The value holds U+0000 or half a surrogate pair, which no XML can carry.</exception>
    public void WriteText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        WriteEscaped(value, XmlEscaping.Text);
    }

    private void WriteFormatted<T>(ReadOnlySpan<byte> name, T value)
        where T : IUtf8SpanFormattable
    {
        WriteStart(name);
        AppendFormatted(value, default);
        WriteEnd(name);
    }

    private void WriteEscaped(ReadOnlySpan<char> text, SearchValues<char> special)
    {
        while (!text.IsEmpty)
        {
            int plain = text.IndexOfAny(special);
            if (plain != 0)
            {
                WritePlain(plain < 0 ? text : text[..plain]);
            }

            if (plain < 0)
            {
                return;
            }

            WriteReference(text[plain]);
            text = text[(plain + 1)..];
        }
    }

    private void WritePlain(ReadOnlySpan<char> text)
    {
        Span<byte> destination = Reserve(checked(text.Length * 3));
        if (Utf8.FromUtf16(text, destination, out _, out int written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            throw new ArgumentException("The text holds half a surrogate pair, which cannot be written as UTF-8.");
        }

        _length += written;
    }

    private void WriteReference(char character)
    {
        switch (character)
        {
            case '&':
                Append("&amp;"u8);
                break;
            case '<':
                Append("&lt;"u8);
                break;
            case '>':
                Append("&gt;"u8);
                break;
            case '"':
                Append("&quot;"u8);
                break;
            case '\'':
                Append("&apos;"u8);
                break;
            case '\0':
                throw new ArgumentException("The text holds the character U+0000, which XML cannot carry.");
            default:
                Append("&#x"u8);
                AppendFormatted((int)character, "X");
                Append(";"u8);
                break;
        }
    }
}
