using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Decodes and checks text that is more than plain ASCII: references, line ends, CDATA, comments, UTF-8.</summary>
internal static class XmlText
{
    private const int StackLimit = 512;

    /// <summary>Makes a string of ASCII.</summary>
    internal static string Widen(ReadOnlySpan<byte> ascii) =>
        string.Create(ascii.Length, ascii, static (characters, ascii) => XmlScan.Widen(ascii, characters));

    /// <summary>Makes a string of ASCII in quotation marks.</summary>
    internal static string Quote(ReadOnlySpan<byte> ascii) =>
        string.Create(ascii.Length + 2, ascii, static (characters, ascii) =>
        {
            characters[0] = characters[^1] = '"';
            XmlScan.Widen(ascii, characters[1..^1]);
        });

    /// <summary>Makes a string of an element's whole content, or of an attribute's value.</summary>
    /// <param name="content">The bytes between the tags or quotes; markup in it is known to be comments, CDATA and PIs.</param>
    /// <param name="isAttribute">Whether white space is folded to spaces as in attribute values.</param>
    /// <param name="position">Where it stands, for messages.</param>
    [SkipLocalsInit]
    internal static string Decode(ReadOnlySpan<byte> content, bool isAttribute, int position)
    {
        byte[]? rented = null;
        Span<byte> buffer = content.Length <= StackLimit
            ? stackalloc byte[StackLimit]
            : rented = ArrayPool<byte>.Shared.Rent(content.Length);
        try
        {
            ReadOnlySpan<byte> text = buffer[..Unescape(content, buffer, isAttribute, position, out bool isAscii)];
            if (isAscii)
            {
                return Widen(text);
            }

            if (!System.Text.Unicode.Utf8.IsValid(text))
            {
                ResponseFormatException.ThrowXml("invalid UTF-8", position);
            }

            return Encoding.UTF8.GetString(text);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Checks text whose value nobody wants.</summary>
    internal static void Validate(ReadOnlySpan<byte> text, int position)
    {
        if (!XmlCharacters.AreValid(text))
        {
            ResponseFormatException.ThrowXml("a control character or invalid UTF-8", position);
        }

        int index = text.IndexOf((byte)'&');
        while (index >= 0)
        {
            if (!XmlReference.TryDecode(text[index..], out _, out int length))
            {
                ResponseFormatException.ThrowXml("an unknown entity or an invalid reference", position + index);
            }

            int next = text[(index + length)..].IndexOf((byte)'&');
            index = next < 0 ? -1 : index + length + next;
        }
    }

    /// <summary>Writes the text that is meant; it never takes more room than what stands for it.</summary>
    private static int Unescape(ReadOnlySpan<byte> content, Span<byte> destination, bool isAttribute, int position, out bool isAscii)
    {
        int written = 0;
        int index = 0;
        isAscii = true;
        while (index < content.Length)
        {
            ReadOnlySpan<byte> rest = content[index..];
            byte first = rest[0];
            switch (first)
            {
                case (byte)'&':
                    index += Dereference(rest, destination[written..], position + index, out int length);
                    isAscii &= length == 1;
                    written += length;
                    break;
                case (byte)'\r':
                    destination[written++] = isAttribute ? (byte)' ' : (byte)'\n';
                    index += rest is [_, (byte)'\n', ..] ? 2 : 1;
                    break;
                case (byte)'\n' or (byte)'\t' when isAttribute:
                    destination[written++] = (byte)' ';
                    index++;
                    break;
                case (byte)'<':
                    isAscii = false;
                    index += CopyMarkup(rest, destination[written..], position + index, out int copied);
                    written += copied;
                    break;
                default:
                    int plain = RunLength(rest, isAttribute, position + index, ref isAscii);
                    rest[..plain].CopyTo(destination[written..]);
                    written += plain;
                    index += plain;
                    break;
            }
        }

        return written;
    }

    /// <summary>Length of the run that is copied as it is; its first byte is not one that is treated apart.</summary>
    private static int RunLength(ReadOnlySpan<byte> text, bool isAttribute, int position, ref bool isAscii)
    {
        int plain = isAttribute ? 0 : XmlScan.PlainLength(text);
        if (plain > 0)
        {
            return plain;
        }

        isAscii = false;
        if (XmlCharacters.Forbidden.Contains(text[0]))
        {
            ResponseFormatException.ThrowXml("a control character", position);
        }

        int end = text.IndexOfAny(isAttribute ? XmlCharacters.AttributeStop : XmlCharacters.TextStop);
        return end < 0 ? text.Length : end;
    }

    private static int Dereference(ReadOnlySpan<byte> text, Span<byte> destination, int position, out int written)
    {
        if (text.StartsWith("&quot;"u8))
        {
            // Around every ETag of a listing.
            destination[0] = (byte)'"';
            written = 1;
            return 6;
        }

        if (!XmlReference.TryDecode(text, out Rune value, out int length))
        {
            ResponseFormatException.ThrowXml("an unknown entity or an invalid reference", position);
        }

        written = value.EncodeToUtf8(destination);
        return length;
    }

    /// <summary>Copies the text of a CDATA section; comments and processing instructions leave nothing.</summary>
    private static int CopyMarkup(ReadOnlySpan<byte> text, Span<byte> destination, int position, out int written)
    {
        written = 0;
        if (!text.StartsWith("<![CDATA["u8))
        {
            // The end is looked for behind the opening: in "<!-->" the comment has only begun.
            return text[1] == '!' ? text[4..].IndexOf("-->"u8) + 7 : text[2..].IndexOf("?>"u8) + 4;
        }

        int length = text.IndexOf("]]>"u8);
        ReadOnlySpan<byte> section = text[9..length];
        while (!section.IsEmpty)
        {
            int carriageReturn = section.IndexOf((byte)'\r');
            int plain = carriageReturn < 0 ? section.Length : carriageReturn;
            section[..plain].CopyTo(destination[written..]);
            written += plain;
            section = section[plain..];
            if (!section.IsEmpty)
            {
                destination[written++] = (byte)'\n';
                section = section[(section is [_, (byte)'\n', ..] ? 2 : 1)..];
            }
        }

        return length + 3;
    }
}
