using System.Globalization;

namespace S3Gen.Runtime.Signing;

/// <summary>The time of signing in the form of <c>x-amz-date</c>, <c>20260701T120000Z</c>, without allocating.</summary>
internal static class SigningTime
{
    /// <summary>Length of the date and time.</summary>
    internal const int Length = 16;

    /// <summary>Length of the date at its beginning.</summary>
    internal const int DateLength = 8;

    /// <summary>Writes <c>yyyyMMddTHHmmssZ</c> to <paramref name="destination"/>.</summary>
    internal static void Format(DateTimeOffset time, Span<char> destination)
    {
        DateTime utc = time.UtcDateTime;
        WriteDigits(destination, utc.Year, 4);
        WriteDigits(destination[4..], utc.Month, 2);
        WriteDigits(destination[6..], utc.Day, 2);
        destination[8] = 'T';
        WriteDigits(destination[9..], utc.Hour, 2);
        WriteDigits(destination[11..], utc.Minute, 2);
        WriteDigits(destination[13..], utc.Second, 2);
        destination[15] = 'Z';
    }

    /// <summary>The value of <c>x-amz-date</c>.</summary>
    internal static string Format(DateTimeOffset time) => string.Create(Length, time, static (text, time) => Format(time, text));

    /// <summary>Reads <c>yyyyMMddTHHmmssZ</c>.</summary>
    internal static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static void WriteDigits(Span<char> destination, int value, int count)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            (value, int digit) = Math.DivRem(value, 10);
            destination[i] = (char)('0' + digit);
        }
    }
}
