using System.Globalization;

namespace S3Gen.Runtime.Configuration;

/// <summary>Reads values from the text of variables and profiles. A <see cref="FormatException"/> says what the text is not, without repeating it.</summary>
internal static class SettingParsers
{
    /// <summary>The longer ones first; without one it is bytes.</summary>
    private static readonly (string Suffix, int Shift)[] SizeSuffixes =
        [("KiB", 10), ("MiB", 20), ("GiB", 30), ("TiB", 40), ("KB", 10), ("MB", 20), ("GB", 30), ("TB", 40), (string.Empty, 0)];

    internal static string Text(string text) => text;

    internal static bool Boolean(string text) =>
        bool.TryParse(text, out bool value) ? value : throw new FormatException("is neither true nor false");

    internal static bool? OptionalBoolean(string text) => Boolean(text);

    internal static bool Not(string text) => !Boolean(text);

    internal static int Integer(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
        ? value
        : throw new FormatException("is not an integer");

    internal static int? OptionalInteger(string text) => Integer(text);

    /// <summary>AWS counts attempts, the first included.</summary>
    internal static int RetriesOfAttempts(string text) => Integer(text) is > 0 and int attempts
        ? attempts - 1
        : throw new FormatException("is not positive: it counts attempts, the first included");

    internal static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        ? value
        : throw new FormatException("is not a number");

    internal static double? OptionalNumber(string text) => Number(text);

    internal static TimeSpan Milliseconds(string text) => TimeSpan.FromMilliseconds(Integer(text));

    internal static TimeSpan? OptionalMilliseconds(string text) => Milliseconds(text);

    internal static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(Integer(text));

    /// <summary>Bytes, or with a suffix as the AWS command line has it: <c>64MB</c>, <c>1GiB</c>; both count by 1024.</summary>
    internal static long Size(string text)
    {
        foreach ((string suffix, int shift) in SizeSuffixes)
        {
            if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                bool isNumber = long.TryParse(text.AsSpan()[..^suffix.Length].TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out long value);
                return isNumber && value <= long.MaxValue >> shift
                    ? value << shift
                    : throw new FormatException("is not a size: bytes, or a number with KB, MB or GB");
            }
        }

        throw new System.Diagnostics.UnreachableException();
    }

    internal static Uri? Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) ? url : throw new FormatException("is not an absolute URL");

    /// <summary>The profile's <c>addressing_style</c> as "always in the path".</summary>
    internal static bool? AddressingStyle(string text) => text switch
    {
        "path" => true,
        "virtual" => false,
        "auto" => null,
        _ => throw new FormatException("is none of path, virtual and auto"),
    };

    /// <summary>The profile's <c>s3_us_east_1_regional_endpoint</c> as "the global one".</summary>
    internal static bool? IsLegacy(string text) => text switch
    {
        "legacy" => true,
        "regional" => false,
        _ => throw new FormatException("is neither regional nor legacy"),
    };

    internal static ChecksumPolicy ChecksumPolicy(string text) => text.Replace("_", string.Empty, StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "WHENSUPPORTED" => S3Gen.Runtime.ChecksumPolicy.WhenSupported,
        "WHENREQUIRED" => S3Gen.Runtime.ChecksumPolicy.WhenRequired,
        _ => throw new FormatException("is neither WHEN_SUPPORTED nor WHEN_REQUIRED"),
    };

    internal static ChunkedEncoding ChunkedEncoding(string text) => text.Replace("_", string.Empty, StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "WHENSUPPORTED" => S3Gen.Runtime.ChunkedEncoding.WhenSupported,
        "WHENREQUIRED" => S3Gen.Runtime.ChunkedEncoding.WhenRequired,
        "NEVER" => S3Gen.Runtime.ChunkedEncoding.Never,
        _ => throw new FormatException("is none of when_supported, when_required and never"),
    };

    internal static RetryMode RetryMode(string text) => text.ToUpperInvariant() switch
    {
        "STANDARD" or "LEGACY" => S3Gen.Runtime.RetryMode.Standard,
        "ADAPTIVE" => S3Gen.Runtime.RetryMode.Adaptive,
        _ => throw new FormatException("is none of standard, adaptive and legacy"),
    };

    internal static bool IsIPv6(string text) => text.ToUpperInvariant() switch
    {
        "IPV6" => true,
        "IPV4" => false,
        _ => throw new FormatException("is neither IPv4 nor IPv6"),
    };
}
