using S3Gen.Testing.Checksums;
using Grant = S3Gen.Testing.Protocol.Grant;
using Grantee = S3Gen.Testing.Protocol.Grantee;

namespace S3Gen.Testing.Store.Folders;

/// <summary>The store's values as records, and back.</summary>
internal static class RecordMapping
{
    internal static VersionRecord ToRecord(ObjectVersion version, string? file) => new()
    {
        VersionId = version.VersionId,
        IsDeleteMarker = version.IsDeleteMarker,
        LastModified = version.LastModified,
        ETag = version.ETag,
        Length = version.Content.Length,
        File = file,
        Attributes = ToRecord(version.Attributes),
        Settings = ToRecord(version.Settings),
        Checksum = ToRecord(version.Checksum),
        // Parts of an object lie one behind the other in its file.
        Parts = [.. version.Parts.Select(static part => ToRecord(part, null))],
        Tags = version.Tags,
        Annotations = [.. version.Annotations.Select(static annotation => new AnnotationRecord(
            annotation.Name, annotation.Content, annotation.ETag, annotation.LastModified, ToRecord(annotation.Checksum)))],
    };

    internal static ObjectVersion ToVersion(string key, VersionRecord record, Content content) => new()
    {
        Key = key,
        VersionId = record.VersionId,
        IsDeleteMarker = record.IsDeleteMarker,
        LastModified = record.LastModified,
        ETag = record.ETag,
        Content = content,
        Attributes = ToAttributes(record.Attributes),
        Settings = ToSettings(record.Settings),
        Checksum = ToChecksum(record.Checksum),
        Parts = [.. ToParts(record.Parts, content)],
        Tags = record.Tags,
        Annotations = [.. record.Annotations.Select(static annotation => new Annotation(
            annotation.Name, annotation.Content, annotation.ETag, annotation.LastModified, ToChecksum(annotation.Checksum)))],
    };

    internal static UploadRecord ToRecord(Upload upload, IEnumerable<PartRecord> parts) => new()
    {
        Id = upload.Id,
        Key = upload.Key,
        Initiated = upload.Initiated,
        Attributes = ToRecord(upload.Attributes),
        Settings = ToRecord(upload.Settings),
        Tags = upload.Tags,
        ChecksumAlgorithm = upload.ChecksumAlgorithm?.Name,
        ChecksumType = upload.ChecksumType,
        Parts = [.. parts],
    };

    internal static Upload ToUpload(UploadRecord record) => new()
    {
        Id = record.Id,
        Key = record.Key,
        Initiated = record.Initiated,
        Attributes = ToAttributes(record.Attributes),
        Settings = ToSettings(record.Settings),
        Tags = record.Tags,
        ChecksumAlgorithm = record.ChecksumAlgorithm is { } name ? ChecksumAlgorithm.ByName(name) : null,
        ChecksumType = record.ChecksumType,
    };

    internal static PartRecord ToRecord(ObjectPart part, string? file) =>
        new(part.Number, part.Content.Length, part.Md5, part.ETag, part.LastModified, ToRecord(part.Checksum), file);

    internal static ObjectPart ToPart(PartRecord record, Content content) =>
        new(record.Number, content, record.Md5, record.ETag, record.LastModified, ToChecksum(record.Checksum));

    internal static IReadOnlyList<GrantRecord> ToRecords(AccessList access) => [.. access.Grants.Select(static grant => new GrantRecord(
        grant.Grantee?.Type?.Value ?? "", grant.Grantee?.ID, grant.Grantee?.DisplayName, grant.Grantee?.EmailAddress, grant.Grantee?.URI, grant.Permission?.Value ?? ""))];

    internal static AccessList ToAccess(IReadOnlyList<GrantRecord> records) => new([.. records.Select(static record => new Grant
    {
        Grantee = new Grantee { Type = record.Type, ID = record.Id, DisplayName = record.DisplayName, EmailAddress = record.Email, URI = record.Uri },
        Permission = record.Permission,
    })]);

    private static IEnumerable<ObjectPart> ToParts(IReadOnlyList<PartRecord> records, Content content)
    {
        long offset = 0;
        foreach (PartRecord record in records)
        {
            yield return ToPart(record, content.Slice(offset, record.Length));
            offset += record.Length;
        }
    }

    private static AttributesRecord ToRecord(ObjectAttributes attributes) => new(attributes.Headers, attributes.Metadata, attributes.StorageClass);

    private static ObjectAttributes ToAttributes(AttributesRecord record) =>
        new() { Headers = record.Headers, Metadata = record.Metadata, StorageClass = record.StorageClass };

    private static SettingsRecord ToRecord(ObjectSettings settings) => new(settings.Encryption, settings.Lock, ToRecords(settings.Access));

    private static ObjectSettings ToSettings(SettingsRecord record) =>
        new() { Encryption = record.Encryption, Lock = record.Lock, Access = ToAccess(record.Access) };

    private static ChecksumRecord? ToRecord(Checksum? checksum) =>
        checksum is null ? null : new ChecksumRecord(checksum.Algorithm.Name, checksum.Value, checksum.Type);

    private static Checksum? ToChecksum(ChecksumRecord? record) =>
        record is null ? null : new Checksum(ChecksumAlgorithm.ByName(record.Algorithm)!, record.Value, record.Type);
}
