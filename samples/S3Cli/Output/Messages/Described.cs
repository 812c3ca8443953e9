using System.Globalization;
using System.Text;

namespace S3Cli.Output.Messages;

/// <summary>What S3 knows of an object.</summary>
internal sealed record ObjectDescribed(string Url, long Size, DateTimeOffset? LastModified, string? ETag) : Message
{
    public string? ContentType { get; init; }

    public string? ContentEncoding { get; init; }

    public string? CacheControl { get; init; }

    public string? ContentDisposition { get; init; }

    public string? VersionId { get; init; }

    public string? StorageClass { get; init; }

    public string? Encryption { get; init; }

    public string? Checksum { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public override string ToLine(LineStyle style)
    {
        StringBuilder text = new(256);
        Fields.Append(text, "URL", Url);
        Fields.Append(text, "Size", Size.ToString(CultureInfo.InvariantCulture));
        Fields.Append(text, "Last modified", LastModified is null ? null : style.LocalTime(LastModified));
        Fields.Append(text, "ETag", ETag);
        Fields.Append(text, "Content type", ContentType);
        Fields.Append(text, "Content encoding", ContentEncoding);
        Fields.Append(text, "Cache control", CacheControl);
        Fields.Append(text, "Disposition", ContentDisposition);
        Fields.Append(text, "Version", VersionId);
        Fields.Append(text, "Storage class", StorageClass);
        Fields.Append(text, "Encryption", Encryption);
        Fields.Append(text, "Checksum", Checksum);
        foreach ((string name, string value) in Metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Fields.Append(text, $"Metadata {name}", value);
        }

        return text.ToString().TrimEnd('\n');
    }
}

/// <summary>What S3 knows of a bucket.</summary>
internal sealed record BucketDescribed(string Url, string? Region) : Message
{
    public override string ToLine(LineStyle style)
    {
        StringBuilder text = new();
        Fields.Append(text, "URL", Url);
        Fields.Append(text, "Region", Region);
        return text.ToString().TrimEnd('\n');
    }
}

/// <summary>Names and values, one a line.</summary>
internal static class Fields
{
    private const int NameWidth = 18;

    public static void Append(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append($"{name}:".PadRight(NameWidth)).Append(value).Append('\n');
        }
    }
}
