using System.Globalization;

namespace S3Gen.Benchmarks.Report;

/// <summary>Numbers as tables show them: three digits that count, and a unit.</summary>
internal static class Figures
{
    public static string Ratio(double ratio) => ratio.ToString(ratio < 10 ? "F2" : "F1", CultureInfo.InvariantCulture);

    public static string Microseconds(double value) => value switch
    {
        < 1000 => Digits(value) + " µs",
        < 1_000_000 => Digits(value / 1000) + " ms",
        _ => Digits(value / 1_000_000) + " s",
    };

    public static string Nanoseconds(double value) => value < 1000 ? Digits(value) + " ns" : Microseconds(value / 1000);

    public static string Bytes(double value) => value switch
    {
        < 10_000 => value.ToString("N0", CultureInfo.InvariantCulture) + " B",
        < 10_000_000 => Digits(value / 1024) + " KiB",
        _ => Digits(value / 1024 / 1024) + " MiB",
    };

    private static string Digits(double value) =>
        value.ToString(value < 10 ? "F2" : value < 100 ? "F1" : "N0", CultureInfo.InvariantCulture);
}
