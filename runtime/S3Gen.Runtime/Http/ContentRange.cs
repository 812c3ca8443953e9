using System.Globalization;
using System.Net.Http.Headers;

namespace S3Gen.Runtime;

/// <summary>Which bytes of an object a response has, as its <c>Content-Range</c> header says: <c>bytes first-last/size</c>.</summary>
/// <param name="First">Offset of the first byte, from 0.</param>
/// <param name="Last">Offset of the last byte, inclusive.</param>
/// <param name="Size">Length of the whole object in bytes.</param>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-14.4"/>
public readonly record struct ContentRange(long First, long Last, long Size)
{
    /// <summary>Whether there is nothing beside it.</summary>
    public bool IsWhole => First == 0 && Last == Size - 1;

    /// <summary>Reads the value of the header.</summary>
    /// <param name="text">The value.</param>
    /// <param name="range">The range; the default value where the method returns false.</param>
    /// <returns>False if it is not one range of bytes of known size.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ContentRange range)
    {
        const string Unit = "bytes ";
        range = default;
        if (!text.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        text = text[Unit.Length..];
        int dash = text.IndexOf('-');
        int slash = text.IndexOf('/');
        if (dash < 1 || slash < dash || !TryNumber(text[..dash], out long first) || !TryNumber(text[(dash + 1)..slash], out long last)
            || !TryNumber(text[(slash + 1)..], out long size) || last < first || size <= last)
        {
            return false;
        }

        range = new ContentRange(first, last, size);
        return true;
    }

    /// <summary>Reads the header of a response.</summary>
    internal static bool TryParse(HttpResponseMessage message, out ContentRange range)
    {
        range = default;
        return message.Content.Headers.NonValidated.TryGetValues("Content-Range", out HeaderStringValues values) && TryParse(values.ToString(), out range);
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
