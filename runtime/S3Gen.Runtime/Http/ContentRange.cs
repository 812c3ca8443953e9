using System.Globalization;
using System.Net.Http.Headers;

namespace S3Gen.Runtime.Http;

/// <summary>Which bytes a response has: <c>bytes first-last/size</c>.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-14.4"/>
internal readonly record struct ContentRange(long First, long Last, long Size)
{
    /// <summary>Whether there is nothing beside it.</summary>
    internal bool IsWhole => First == 0 && Last == Size - 1;

    /// <summary>Reads the header of a response.</summary>
    /// <returns>False if there is none, or none of one range of known size.</returns>
    internal static bool TryParse(HttpResponseMessage message, out ContentRange range)
    {
        range = default;
        return message.Content.Headers.NonValidated.TryGetValues("Content-Range", out HeaderStringValues values) && TryParse(values.ToString(), out range);
    }

    internal static bool TryParse(ReadOnlySpan<char> text, out ContentRange range)
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

    private static bool TryNumber(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
