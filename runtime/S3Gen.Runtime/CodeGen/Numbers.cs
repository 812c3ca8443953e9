using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Scalars as text outside XML: in attributes, header lists, labels and queries.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Numbers
{
    /// <summary>A floating-point number as Smithy spells it: <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> by name.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The shortest text that reads back as the same number.</returns>
    public static string Format(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Format(double)"/>
    public static string Format(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Text as base64 of its UTF-8 form.</summary>
    /// <param name="text">The text, or null.</param>
    /// <returns>Base64, or null for null.</returns>
    public static string? Base64(string? text) => text is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a number.</summary>
    /// <param name="text">Its decimal form.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ResponseFormatException">The text is no such number.</exception>
    public static int ParseInt32(string text) => Parse<int>(text, NumberStyles.Integer);

    /// <inheritdoc cref="ParseInt32"/>
    public static long ParseInt64(string text) => Parse<long>(text, NumberStyles.Integer);

    /// <inheritdoc cref="ParseInt32"/>
    public static float ParseSingle(string text) => Parse<float>(text, NumberStyles.Float);

    /// <inheritdoc cref="ParseInt32"/>
    public static double ParseDouble(string text) => Parse<double>(text, NumberStyles.Float);

    /// <inheritdoc cref="ParseInt32"/>
    public static decimal ParseDecimal(string text) => Parse<decimal>(text, NumberStyles.Float);

    /// <inheritdoc cref="ParseInt32"/>
    public static BigInteger ParseBigInteger(string text) => Parse<BigInteger>(text, NumberStyles.Integer);

    /// <summary>Reads a boolean.</summary>
    /// <param name="text"><c>true</c> or <c>false</c>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ResponseFormatException">The text is neither.</exception>
    public static bool ParseBoolean(string text) => bool.TryParse(text, out bool value) ? value : throw Malformed(text, "a boolean");

    /// <summary>Reads a point in time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">Its format.</param>
    /// <returns>The point in time, in UTC.</returns>
    /// <exception cref="ResponseFormatException">The text has another format.</exception>
    public static DateTimeOffset ParseTimestamp(string text, TimestampFormat format) =>
        Timestamps.TryParse(text.AsSpan(), format, out DateTimeOffset value) ? value : throw Malformed(text, "a timestamp");

    /// <summary>Reads base64.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="ResponseFormatException">The text is no base64.</exception>
    public static byte[] ParseBase64(string text)
    {
        byte[] bytes = new byte[text.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(text, bytes, out int written) ? bytes[..written] : throw Malformed(text, "base64");
    }

    private static T Parse<T>(string text, NumberStyles style)
        where T : INumberBase<T> =>
        T.TryParse(text, style, CultureInfo.InvariantCulture, out T? value) ? value : throw Malformed(text, "a number");

    private static ResponseFormatException Malformed(string text, string what) => new($"'{text}' is not {what}.");
}
