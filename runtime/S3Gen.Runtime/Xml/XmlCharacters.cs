using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace S3Gen.Runtime.CodeGen;

/// <summary>The character classes of XML 1.0 that the reader scans for, as vectorized searches.</summary>
internal static class XmlCharacters
{
    /// <summary>ASCII bytes of a name without the colon; other bytes take the slower path.</summary>
    internal static readonly SearchValues<byte> Name =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._"u8);

    /// <summary>Bytes that a text may hold and that stand for themselves: ASCII but for markup, CR and control characters.</summary>
    internal static readonly SearchValues<byte> PlainText = SearchValues.Create(PlainBytes());

    /// <summary>Bytes that may stand nowhere in a document, not even in a comment.</summary>
    internal static readonly SearchValues<byte> Forbidden = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    internal static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    internal static bool IsWhiteSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <summary>Whether a name may begin with this byte. Names beyond ASCII are accepted when they are valid UTF-8.</summary>
    internal static bool IsNameStart(byte value) => char.IsAsciiLetter((char)value) || value is (byte)'_' or >= 0x80;

    internal static bool IsName(byte value) => value >= 0x80 || Name.Contains(value);

    /// <summary>Whether the bytes are valid UTF-8 and free of forbidden control characters.</summary>
    internal static bool AreValid(ReadOnlySpan<byte> text) => !text.ContainsAny(Forbidden) && Utf8.IsValid(text);

    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        int start = text.IndexOfAnyExcept(WhiteSpace);
        return start < 0 ? default : text[start..(text.LastIndexOfAnyExcept(WhiteSpace) + 1)];
    }

    private static byte[] PlainBytes()
    {
        List<byte> bytes = [(byte)'\t', (byte)'\n'];
        for (byte value = 0x20; value < 0x80; value++)
        {
            if (value is not ((byte)'<' or (byte)'&'))
            {
                bytes.Add(value);
            }
        }

        return [.. bytes];
    }
}
