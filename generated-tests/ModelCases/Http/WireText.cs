using System.Globalization;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Http;

/// <summary>The text of scalars on the wire, as the restXml protocol wants it.</summary>
public static class WireText
{
    public const string DateTime = "date-time";
    public const string HttpDate = "http-date";

    /// <summary>Writes a scalar; timestamps take the format of the member, its target, or else that of the place.</summary>
    public static string Of(Value value, Member member, string defaultFormat) => value switch
    {
        TextValue text => text.Text,
        BooleanValue boolean => boolean.Boolean ? "true" : "false",
        IntegerValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        RealValue number => OfReal(number.Number),
        BlobValue blob => Convert.ToBase64String(blob.Bytes.Span),
        TimestampValue time => OfTime(time.Time, member.Text(Traits.TimestampFormat) ?? defaultFormat),
        _ => throw new CaseException($"{member} has no text form for {ValueText.Of(value)}"),
    };

    private static string OfReal(double number) => number switch
    {
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => number.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string OfTime(DateTimeOffset time, string format) => format switch
    {
        HttpDate => time.UtcDateTime.ToString("R", CultureInfo.InvariantCulture),
        "epoch-seconds" => ((decimal)(time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture),
        _ => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
    };
}
