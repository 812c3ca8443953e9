namespace S3Gen.Transfer.Requests;

/// <summary>Where an upload goes and what is kept with it.</summary>
internal sealed record UploadTarget(string Bucket, string Key, ObjectSettings Settings)
{
    internal string? IfMatch { get; init; }

    internal string? IfNoneMatch { get; init; }

    /// <summary>The MIME type that was given, or that of the key's extension.</summary>
    internal string ContentType => Settings.ContentType ?? ContentTypes.Of(Key);

    /// <summary>The tags as a query, as the header has them; null if there are none.</summary>
    internal string? Tagging => Settings.Tags is { } tags ? ObjectTags.Format(tags) : null;
}
