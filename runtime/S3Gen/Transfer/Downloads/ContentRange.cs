using System.Globalization;

namespace S3Gen.Transfer.Downloads;

/// <summary>Which bytes a response has: <c>bytes first-last/size</c>.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-14.4"/>
internal readonly record struct ContentRange(long First, long Last, long Size)
{
    internal static bool TryParse(string? header, out ContentRange range)
    {
        const string Unit = "bytes ";
        range = default;
        ReadOnlySpan<char> text = header;
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
