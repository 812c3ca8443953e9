using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace S3Gen.Runtime.CodeGen;

/// <summary>The character classes of XML 1.0 that the reader scans for, as vectorized searches.</summary>
internal static class XmlCharacters
{
    /// <summary>Bytes that may stand nowhere in a document, not even in a comment.</summary>
    internal static readonly SearchValues<byte> Forbidden = SearchValues.Create(ForbiddenBytes);

    /// <summary>Where a run of text beyond ASCII ends: at markup, CR, or what is forbidden.</summary>
    internal static readonly SearchValues<byte> TextStop = SearchValues.Create([.. ForbiddenBytes, .. "&\r<"u8]);

    /// <summary>As <see cref="TextStop"/>, in attribute values.</summary>
    internal static readonly SearchValues<byte> AttributeStop = SearchValues.Create([.. ForbiddenBytes, .. "&\r\n\t"u8]);

    internal static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    private static ReadOnlySpan<byte> ForbiddenBytes =>
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31];

    internal static bool IsWhiteSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <summary>Whether a name may begin with this byte. Names beyond ASCII are accepted when they are valid UTF-8.</summary>
    internal static bool IsNameStart(byte value) => char.IsAsciiLetter((char)value) || value is (byte)'_' or >= 0x80;

    internal static bool IsName(byte value) => value >= 0x80 || IsAsciiName(value);

    internal static bool IsAsciiName(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_';

    /// <summary>Whether the bytes are valid UTF-8 and free of forbidden control characters.</summary>
    internal static bool AreValid(ReadOnlySpan<byte> text) => !text.ContainsAny(Forbidden) && Utf8.IsValid(text);

    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        int start = text.IndexOfAnyExcept(WhiteSpace);
        return start < 0 ? default : text[start..(text.LastIndexOfAnyExcept(WhiteSpace) + 1)];
    }
}
