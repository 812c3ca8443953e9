namespace S3Gen.Transfer.Requests;

/// <summary>What a copy takes over from its source, as CopyObject has it, for copies in parts, for which S3 takes nothing over.</summary>
internal static class CopiedSettings
{
    /// <summary>Metadata and content headers are one group: S3 copies all of them or none.</summary>
    internal static bool ReplacesMetadata(ObjectSettings settings) =>
        settings is not { ContentType: null, CacheControl: null, ContentDisposition: null, ContentEncoding: null, ContentLanguage: null, Expires: null, Metadata: null };

    /// <summary>The settings of the copy, completed by those of the source.</summary>
    internal static ObjectSettings Complete(ObjectSettings settings, HeadObjectResponse source, IReadOnlyList<Tag>? tags)
    {
        ObjectSettings completed = ReplacesMetadata(settings) ? settings : settings with
        {
            ContentType = source.ContentType,
            CacheControl = source.CacheControl,
            ContentDisposition = source.ContentDisposition,
            ContentEncoding = source.ContentEncoding,
            ContentLanguage = source.ContentLanguage,
            Expires = source.Expires,
            Metadata = source.Metadata,
        };
        return tags is not { Count: > 0 } ? completed : completed with
        {
            Tags = tags.ToDictionary(static tag => tag.Key ?? string.Empty, static tag => tag.Value ?? string.Empty, StringComparer.Ordinal),
        };
    }
}
