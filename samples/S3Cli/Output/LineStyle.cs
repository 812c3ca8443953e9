using System.Globalization;

namespace S3Cli.Output;

/// <summary>How sizes and times are written in lines for people.</summary>
internal sealed record LineStyle(bool IsHumanReadable, TimeZoneInfo Zone)
{
    private const string Time = "yyyy-MM-dd HH:mm:ss";

    public string Size(long bytes) => IsHumanReadable ? Sizes.ToText(bytes) : bytes.ToString(CultureInfo.InvariantCulture);

    /// <summary>Local time, as wide as any.</summary>
    public string LocalTime(DateTimeOffset? time) => time is { } known
        ? TimeZoneInfo.ConvertTime(known, Zone).ToString(Time, CultureInfo.InvariantCulture)
        : new string(' ', Time.Length);
}
