using System.Globalization;

namespace S3Cli.Output.Messages;

/// <summary>How much was listed.</summary>
internal sealed record Totals(long Objects, long Bytes) : Message
{
    public override string ToLine(LineStyle style) =>
        string.Create(CultureInfo.InvariantCulture, $"\nTotal Objects: {Objects}\n   Total Size: {style.Size(Bytes)}");
}

/// <summary>How much there is below a prefix.</summary>
internal sealed record UsageCounted(string Url, long Objects, long Bytes) : Message
{
    private const int SizeWidth = 14;
    private const int CountWidth = 9;

    public override string ToLine(LineStyle style) =>
        string.Create(CultureInfo.InvariantCulture, $"{style.Size(Bytes),SizeWidth} {Objects,CountWidth}  {Url}");
}
