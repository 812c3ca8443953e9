using System.Text.Json.Serialization;

namespace S3Gen.Testing.Store.Folders;

/// <summary>A bucket as its file holds it.</summary>
internal sealed record BucketRecord(
    string Name, DateTimeOffset Created, Versioning Versioning, IReadOnlyList<Tag> Tags, IReadOnlyList<GrantRecord> Access, SortedDictionary<string, byte[]> Documents);

/// <summary>A key with its versions, newest first.</summary>
internal sealed record KeyRecord(string Key, IReadOnlyList<VersionRecord> Versions);

/// <summary>A version; its bytes are in a file of their own, unless there are none.</summary>
internal sealed record VersionRecord
{
    public required string VersionId { get; init; }

    public bool IsDeleteMarker { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    public required string ETag { get; init; }

    public required long Length { get; init; }

    public string? File { get; init; }

    public required AttributesRecord Attributes { get; init; }

    public required SettingsRecord Settings { get; init; }

    public ChecksumRecord? Checksum { get; init; }

    public IReadOnlyList<PartRecord> Parts { get; init; } = [];

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    public IReadOnlyList<AnnotationRecord> Annotations { get; init; } = [];
}

/// <summary>A multipart upload under way; each part has a file.</summary>
internal sealed record UploadRecord
{
    public required string Id { get; init; }

    public required string Key { get; init; }

    public required DateTimeOffset Initiated { get; init; }

    public required AttributesRecord Attributes { get; init; }

    public required SettingsRecord Settings { get; init; }

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    public string? ChecksumAlgorithm { get; init; }

    public Checksums.ChecksumType ChecksumType { get; init; }

    public IReadOnlyList<PartRecord> Parts { get; init; } = [];
}

internal sealed record AttributesRecord(IReadOnlyList<KeyValuePair<string, string>> Headers, IReadOnlyList<KeyValuePair<string, string>> Metadata, string StorageClass);

internal sealed record SettingsRecord(Encryption Encryption, ObjectLock Lock, IReadOnlyList<GrantRecord> Access);

internal sealed record GrantRecord(string Type, string? Id, string? DisplayName, string? Email, string? Uri, string Permission);

internal sealed record ChecksumRecord(string Algorithm, string Value, Checksums.ChecksumType Type);

internal sealed record PartRecord(int Number, long Length, byte[] Md5, string ETag, DateTimeOffset LastModified, ChecksumRecord? Checksum, string? File);

internal sealed record AnnotationRecord(string Name, byte[] Content, string ETag, DateTimeOffset LastModified, ChecksumRecord? Checksum);

[JsonSerializable(typeof(BucketRecord))]
[JsonSerializable(typeof(KeyRecord))]
[JsonSerializable(typeof(UploadRecord))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class RecordJson : JsonSerializerContext;
