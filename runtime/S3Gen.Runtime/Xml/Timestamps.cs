using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Writes and reads timestamps in the three forms of Smithy. All are written in UTC, and what is read is in UTC.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Timestamps
{
    /// <summary>Room that every formatted timestamp fits in, in bytes or characters.</summary>
    public const int MaxLength = 40;

    /// <summary>Writes a timestamp as text. <see cref="TimestampFormat.HttpDate"/> drops the fraction of a second.</summary>
    /// <param name="value">The time, of any offset.</param>
    /// <param name="format">The form.</param>
    public static string Format(DateTimeOffset value, TimestampFormat format)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        TryFormatUtf8(value, format, buffer, out int written);
        return Encoding.Latin1.GetString(buffer[..written]);
    }

    /// <summary>Writes a timestamp as UTF-8. <see cref="TimestampFormat.HttpDate"/> drops the fraction of a second.</summary>
    /// <param name="value">The time, of any offset.</param>
    /// <param name="format">The form.</param>
    /// <param name="destination">Where to; <see cref="MaxLength"/> bytes are enough for all.</param>
    /// <param name="bytesWritten">How many bytes were written.</param>
    /// <returns>Whether <paramref name="destination"/> was long enough.</returns>
    public static bool TryFormatUtf8(DateTimeOffset value, TimestampFormat format, Span<byte> destination, out int bytesWritten) =>
        format switch
        {
            TimestampFormat.DateTime => TryFormatDateTime(value, destination, out bytesWritten),
            TimestampFormat.HttpDate => value.TryFormat(destination, out bytesWritten, "R", CultureInfo.InvariantCulture),
            TimestampFormat.EpochSeconds => TryFormatEpochSeconds(value, destination, out bytesWritten),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };

    /// <summary>Reads a timestamp. White space around it is not accepted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">The form that it has.</param>
    /// <param name="value">The time in UTC.</param>
    /// <returns>Whether the text is a timestamp of that form.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, TimestampFormat format, out DateTimeOffset value) => format switch
    {
        TimestampFormat.DateTime => TimestampParser.TryParseDateTime(text, out value),
        TimestampFormat.HttpDate => TimestampParser.TryParseHttpDate(text, out value),
        TimestampFormat.EpochSeconds => TimestampParser.TryParseEpochSeconds(text, out value),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, TimestampFormat, out DateTimeOffset)"/>
    public static bool TryParse(ReadOnlySpan<char> text, TimestampFormat format, out DateTimeOffset value)
    {
        Span<byte> bytes = stackalloc byte[TimestampParser.MaxLength];
        if (text.Length > bytes.Length || Ascii.FromUtf16(text, bytes, out int length) != System.Buffers.OperationStatus.Done)
        {
            value = default;
            return false;
        }

        return TryParse(bytes[..length], format, out value);
    }

    private static bool TryFormatDateTime(DateTimeOffset value, Span<byte> destination, out int written)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        value.UtcDateTime.TryFormat(buffer, out written, "O", CultureInfo.InvariantCulture);
        return TryCopyTrimmed(buffer[..(written - 1)], "Z"u8, destination, out written);
    }

    private static bool TryFormatEpochSeconds(DateTimeOffset value, Span<byte> destination, out int written)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        long ticks = value.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        buffer[0] = (byte)'-';
        int sign = ticks < 0 ? 1 : 0;
        (long seconds, long fraction) = Math.DivRem(Math.Abs(ticks), TimeSpan.TicksPerSecond);
        seconds.TryFormat(buffer[sign..], out int length, default, CultureInfo.InvariantCulture);
        length += sign;
        buffer[length++] = (byte)'.';
        fraction.TryFormat(buffer[length..], out int digits, "D7", CultureInfo.InvariantCulture);
        return TryCopyTrimmed(buffer[..(length + digits)], default, destination, out written);
    }

    /// <summary>Copies a number with a fraction, less the zeros at its end and a bare point, and a suffix.</summary>
    private static bool TryCopyTrimmed(ReadOnlySpan<byte> text, ReadOnlySpan<byte> suffix, Span<byte> destination, out int written)
    {
        text = text.TrimEnd((byte)'0').TrimEnd((byte)'.');
        written = text.Length + suffix.Length;
        if (!text.TryCopyTo(destination) || !suffix.TryCopyTo(destination[text.Length..]))
        {
            written = 0;
            return false;
        }

        return true;
    }
}
