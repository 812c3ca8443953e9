using System.Globalization;

namespace S3Cli.Options;

/// <summary>Sizes as people write them: <c>8388608</c>, <c>8MiB</c>, <c>8MB</c> and <c>8M</c> are one.</summary>
internal static class SizeText
{
    private const string Units = "KMGT";
    private const int BitsOfUnit = 10;

    /// <exception cref="FormatException">The text is no size.</exception>
    public static long Parse(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().TrimEnd("iBb").TrimEnd();
        int unit = digits.IsEmpty ? -1 : Units.IndexOf(char.ToUpperInvariant(digits[^1]), StringComparison.Ordinal);
        if (unit >= 0)
        {
            digits = digits[..^1];
        }

        int shift = (unit + 1) * BitsOfUnit;
        return long.TryParse(digits, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long number) && number <= long.MaxValue >> shift
            ? number << shift
            : throw new FormatException($"'{text}' is no size: write e.g. 8MiB");
    }
}
