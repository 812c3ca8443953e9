using S3Gen.Testing.Checksums;

namespace S3Gen.Testing.Store;

/// <summary>One version of an object, or a delete marker. Immutable, so a download never sees a later write.</summary>
internal sealed record ObjectVersion
{
    /// <summary>The id of a version that was written while versioning was off or suspended.</summary>
    internal const string NullId = "null";

    internal required string Key { get; init; }

    internal string VersionId { get; init; } = NullId;

    internal bool IsDeleteMarker { get; init; }

    internal required DateTimeOffset LastModified { get; init; }

    /// <summary>Without quotes.</summary>
    internal string ETag { get; init; } = "";

    internal Content Content { get; init; } = Content.Empty;

    internal ObjectAttributes Attributes { get; init; } = ObjectAttributes.Default;

    internal ObjectSettings Settings { get; init; } = ObjectSettings.Default;

    internal Checksum? Checksum { get; init; }

    /// <summary>Empty unless the object came from a multipart upload.</summary>
    internal IReadOnlyList<ObjectPart> Parts { get; init; } = [];

    internal IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>In the order of their names.</summary>
    internal IReadOnlyList<Annotation> Annotations { get; init; } = [];
}

/// <summary>What a client says of an object when it writes it, and gets back when it reads it.</summary>
internal sealed record ObjectAttributes
{
    internal static readonly ObjectAttributes Default = new() { Headers = [], Metadata = [], StorageClass = "STANDARD" };

    /// <summary>Content-Type, Cache-Control and the like, by their canonical names.</summary>
    internal required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>User metadata by full lower-case header name, <c>x-amz-meta-…</c>.</summary>
    internal required IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; }

    internal required string StorageClass { get; init; }
}

/// <summary>A part, while an upload collects it and in the finished object.</summary>
internal sealed record ObjectPart(int Number, Content Content, byte[] Md5, string ETag, DateTimeOffset LastModified, Checksum? Checksum);

internal sealed record Tag(string Key, string Value);
