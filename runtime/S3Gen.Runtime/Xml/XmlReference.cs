using System.Globalization;
using System.Text;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// The five entities and character references of XML. References to control characters, which XML 1.0 does not allow, are
/// accepted: S3 writes them for object keys that hold such characters.
/// </summary>
internal static class XmlReference
{
    /// <summary>Longest text between '&amp;' and ';' that is looked at: zero-padded references stay far below it.</summary>
    private const int MaxLength = 32;

    /// <summary>Decodes the reference at the start of <paramref name="text"/>, which is an ampersand.</summary>
    /// <param name="text">Text from the ampersand on.</param>
    /// <param name="value">The character that is meant.</param>
    /// <param name="length">Length of the reference including '&amp;' and ';'.</param>
    /// <returns>Whether this is a reference that stands for a character.</returns>
    internal static bool TryDecode(ReadOnlySpan<byte> text, out Rune value, out int length)
    {
        int end = text[..Math.Min(text.Length, MaxLength)].IndexOf((byte)';');
        length = end + 1;
        value = default;
        if (end < 2)
        {
            return false;
        }

        ReadOnlySpan<byte> name = text[1..end];
        if (name[0] == '#')
        {
            return TryDecodeNumber(name[1..], out value);
        }

        int character = name switch
        {
            [(byte)'q', (byte)'u', (byte)'o', (byte)'t'] => '"',
            [(byte)'a', (byte)'m', (byte)'p'] => '&',
            [(byte)'l', (byte)'t'] => '<',
            [(byte)'g', (byte)'t'] => '>',
            [(byte)'a', (byte)'p', (byte)'o', (byte)'s'] => '\'',
            _ => -1,
        };
        return character >= 0 && Rune.TryCreate(character, out value);
    }

    private static bool TryDecodeNumber(ReadOnlySpan<byte> digits, out Rune value)
    {
        bool isHex = digits is [(byte)'x', ..];
        uint number = 0;
        bool isNumber = isHex
            ? uint.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number)
            : digits is [>= (byte)'0' and <= (byte)'9', ..] &&
              uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        value = default;
        return isNumber && number != 0 && Rune.TryCreate(number, out value);
    }
}
