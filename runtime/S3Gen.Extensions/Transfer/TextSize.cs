using System.Globalization;

namespace S3Gen.Extensions;

/// <summary>Sizes as a client's section has them: bytes, or <c>16MB</c>; units count by 1024, as on the AWS command line.</summary>
internal static class TextSize
{
    private const string Units = "KMGT";

    internal static bool TryParse(string text, out long size)
    {
        ReadOnlySpan<char> number = text.AsSpan().TrimEnd();
        int shift = 0;
        if (number.EndsWith("B", StringComparison.OrdinalIgnoreCase))
        {
            number = number[..^1];
            if (number.EndsWith("i", StringComparison.OrdinalIgnoreCase))
            {
                number = number[..^1];
            }

            int unit = number.IsEmpty ? -1 : Units.IndexOf(char.ToUpperInvariant(number[^1]), StringComparison.Ordinal);
            if (unit < 0)
            {
                size = 0;
                return false;
            }

            shift = (unit + 1) * 10;
            number = number[..^1].TrimEnd();
        }

        bool isRight = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size <= long.MaxValue >> shift;
        size <<= shift;
        return isRight;
    }
}
