using System.Runtime.Intrinsics;
using System.Text;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Reads timestamps strictly, with the few liberties that services take.</summary>
internal static class TimestampParser
{
    /// <summary>Longer texts are no timestamps.</summary>
    internal const int MaxLength = 64;

    /// <summary>Length of <c>2026-07-01T12:00:00.000Z</c>.</summary>
    internal const int UtcMillisecondsLength = 24;

    private static ReadOnlySpan<byte> Months => "janfebmaraprmayjunjulaugsepoctnovdec"u8;

    /// <summary>RFC 3339; a missing offset means UTC, and digits of a fraction beyond 100 ns are dropped.</summary>
    internal static bool TryParseDateTime(ReadOnlySpan<byte> text, out DateTimeOffset value) =>
        TryParseUtcMilliseconds(text, out value) || TryParseAnyDateTime(text, out value);

    private static bool TryParseAnyDateTime(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryReadNumber(ref text, 4, out int year) || !TryRead(ref text, '-') ||
            !TryReadNumber(ref text, 2, out int month) || !TryRead(ref text, '-') ||
            !TryReadNumber(ref text, 2, out int day) || !(TryRead(ref text, 'T') || TryRead(ref text, 't')) ||
            !TryReadTime(ref text, out long timeTicks) || !TryReadOffset(text, out long offsetTicks))
        {
            return false;
        }

        return TryCreate(year, month, day, timeTicks - offsetTicks, out value);
    }

    /// <summary>IMF-fixdate; the name of the day is not compared with the date.</summary>
    internal static bool TryParseHttpDate(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 5 || text[3] != ',' || text[4] != ' ')
        {
            return false;
        }

        text = text[5..];
        int dayDigits = text is [_, (byte)' ', ..] ? 1 : 2;
        if (!TryReadNumber(ref text, dayDigits, out int day) || !TryRead(ref text, ' ') ||
            !TryReadMonth(ref text, out int month) || !TryRead(ref text, ' ') ||
            !TryReadNumber(ref text, 4, out int year) || !TryRead(ref text, ' ') ||
            !TryReadTime(ref text, out long timeTicks) || !text.SequenceEqual(" GMT"u8))
        {
            return false;
        }

        return TryCreate(year, month, day, timeTicks, out value);
    }

    /// <summary>Seconds with an optional fraction, whose digits beyond 100 ns are dropped.</summary>
    internal static bool TryParseEpochSeconds(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        bool isNegative = TryRead(ref text, '-');
        int point = text.IndexOf((byte)'.');
        int digits = point < 0 ? text.Length : point;
        if (digits is 0 or > 12 || !TryReadLong(ref text, digits, out long seconds) || !TryReadFraction(ref text, out long fraction) ||
            !text.IsEmpty)
        {
            return false;
        }

        long ticks = (seconds * TimeSpan.TicksPerSecond) + fraction;
        return TryCreate(DateTimeOffset.UnixEpoch.UtcTicks + (isNegative ? -ticks : ticks), out value);
    }

    /// <summary>Reads <c>2026-07-01T12:00:00.000Z</c>, the form that S3 writes.</summary>
    internal static bool TryParseUtcMilliseconds(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length != UtcMillisecondsLength)
        {
            return false;
        }

        // Less the least text of this form, digits are numbers up to 9 and separators are 0. Two overlapping blocks cover it.
        Vector128<byte> head = Vector128.Create(text) - Vector128.Create("0000-00-00T00:00"u8);
        Vector128<byte> tail = Vector128.Create(text[8..]) - Vector128.Create("00T00:00:00.000Z"u8);
        if (!Vector128.LessThanOrEqualAll(head, Vector128.Create((byte)9, 9, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9)) ||
            !Vector128.LessThanOrEqualAll(tail, Vector128.Create((byte)9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 9, 0)))
        {
            return false;
        }

        int hour = Pair(text, 11);
        int minute = Pair(text, 14);
        int second = Pair(text, 17);
        int milliseconds = (Pair(text, 20) * 10) + (text[22] - '0');
        return hour < 24 && minute < 60 && second < 60 && TryCreate(
            (Pair(text, 0) * 100) + Pair(text, 2),
            Pair(text, 5),
            Pair(text, 8),
            (((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond) + (milliseconds * TimeSpan.TicksPerMillisecond),
            out value);
    }

    private static int Pair(ReadOnlySpan<byte> digits, int index) => (digits[index] * 10) + digits[index + 1] - ('0' * 11);

    private static bool TryReadTime(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (!TryReadNumber(ref text, 2, out int hour) || !TryRead(ref text, ':') ||
            !TryReadNumber(ref text, 2, out int minute) || !TryRead(ref text, ':') ||
            !TryReadNumber(ref text, 2, out int second) || !TryReadFraction(ref text, out long fraction) ||
            hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        ticks = (((hour * 60L) + minute) * TimeSpan.TicksPerMinute) + (second * TimeSpan.TicksPerSecond) + fraction;
        return true;
    }

    /// <summary>Reads <c>.digits</c> if it is there.</summary>
    private static bool TryReadFraction(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (!TryRead(ref text, '.'))
        {
            return true;
        }

        int length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        length = length < 0 ? text.Length : length;
        for (int i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < length ? text[i] - '0' : 0);
        }

        text = text[length..];
        return length > 0;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text is [] or [(byte)'Z'] or [(byte)'z'])
        {
            return true;
        }

        int sign = text[0] == '-' ? -1 : 1;
        if ((!TryRead(ref text, '+') && !TryRead(ref text, '-')) || !TryReadNumber(ref text, 2, out int hours))
        {
            return false;
        }

        TryRead(ref text, ':');
        if (!TryReadNumber(ref text, 2, out int minutes) || !text.IsEmpty || hours > 23 || minutes > 59)
        {
            return false;
        }

        ticks = sign * ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute;
        return true;
    }

    private static bool TryReadMonth(ref ReadOnlySpan<byte> text, out int month)
    {
        month = 0;
        for (int i = 0; i < 12 && text.Length >= 3; i++)
        {
            if (Ascii.EqualsIgnoreCase(text[..3], Months.Slice(i * 3, 3)))
            {
                month = i + 1;
                text = text[3..];
                return true;
            }
        }

        return false;
    }

    private static bool TryReadNumber(ref ReadOnlySpan<byte> text, int digits, out int value)
    {
        bool isNumber = TryReadLong(ref text, digits, out long number);
        value = (int)number;
        return isNumber;
    }

    private static bool TryReadLong(ref ReadOnlySpan<byte> text, int digits, out long value)
    {
        value = 0;
        if (text.Length < digits || text[..digits].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        foreach (byte digit in text[..digits])
        {
            value = (value * 10) + (digit - '0');
        }

        text = text[digits..];
        return true;
    }

    private static bool TryRead(ref ReadOnlySpan<byte> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TryCreate(int year, int month, int day, long timeTicks, out DateTimeOffset value)
    {
        value = default;
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) &&
            TryCreate(new DateTime(year, month, day).Ticks + timeTicks, out value);
    }

    private static bool TryCreate(long utcTicks, out DateTimeOffset value)
    {
        bool isInRange = utcTicks >= DateTimeOffset.MinValue.UtcTicks && utcTicks <= DateTimeOffset.MaxValue.UtcTicks;
        value = isInRange ? new DateTimeOffset(utcTicks, TimeSpan.Zero) : default;
        return isInRange;
    }
}
