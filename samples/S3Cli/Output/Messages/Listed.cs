using System.Text.Json.Serialization;

namespace S3Cli.Output.Messages;

/// <summary>A bucket of the account.</summary>
internal sealed record BucketListed(string Name, DateTimeOffset? Created) : Message
{
    public override string ToLine(LineStyle style) => $"{style.LocalTime(Created)} {Name}";
}

/// <summary>A prefix, below which there is more.</summary>
internal sealed record PrefixListed(string Bucket, string Prefix) : Message
{
    private const string Label = "                           PRE ";

    /// <summary>The part after the prefix that was listed.</summary>
    [JsonIgnore]
    public string Name { get; init; } = string.Empty;

    public override string ToLine(LineStyle style) => Label + Name;
}

/// <summary>An object, or one version of it.</summary>
internal sealed record ObjectListed(string Bucket, string Key, long Size, DateTimeOffset? LastModified) : Message
{
    private const int SizeWidth = 10;

    /// <summary>The key, or the part of it after the prefix that was listed.</summary>
    [JsonIgnore]
    public string Name { get; init; } = string.Empty;

    public string? ETag { get; init; }

    public string? StorageClass { get; init; }

    public string? VersionId { get; init; }

    /// <summary>Whether the version is the current one; null if versions were not asked for.</summary>
    public bool? IsLatest { get; init; }

    /// <summary>Whether the version says that the object is deleted; null if versions were not asked for.</summary>
    public bool? IsDeleteMarker { get; init; }

    public override string ToLine(LineStyle style)
    {
        string size = IsDeleteMarker == true ? "DELETED" : style.Size(Size);
        string version = VersionId is null ? string.Empty : $" {VersionId}{(IsLatest == true ? " *" : "  ")}";
        return $"{style.LocalTime(LastModified)} {size,SizeWidth}{version} {Name}";
    }
}
