using S3Gen.Testing.Checksums;
using S3Gen.Testing.Operations.Encrypting;
using S3Gen.Testing.Operations.Locking;
using S3Gen.Testing.Payload;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations;

/// <summary>PutObject and DeleteObject.</summary>
internal sealed class ObjectWriteOperations(ObjectStore store, S3TestServerOptions options)
{
    internal async Task PutAsync(S3Call call)
    {
        await StoreAsync(call).ConfigureAwait(false);
        await call.EmptyAsync(200).ConfigureAwait(false);
    }

    /// <summary>Stores the object that a request carries, and sets the headers of the answer.</summary>
    internal async Task<ObjectVersion> StoreAsync(S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        ObjectAttributes attributes = AttributeHeaders.Read(call);
        ObjectSettings settings = WriteSettings.Read(call, bucket, options);
        IReadOnlyList<Tag> tags = TagSet.OfHeader(call.Header("x-amz-tagging"));
        WriteCondition condition = WriteConditions.Read(call);
        // A condition that fails already need not wait for the body; it is checked again when the object is stored.
        ObjectVersion? current = bucket.Find(call.Key, versionId: null);
        condition.Check(call.Key, current is { IsDeleteMarker: true } ? null : current);
        ReceivedPayload payload = await call.ReadContentAsync(ChecksumAlgorithm.Crc64Nvme).ConfigureAwait(false);
        ObjectVersion draft = new()
        {
            Key = call.Key,
            LastModified = ServerClock.Now(options),
            ETag = EncryptionHeaders.ETag(settings.Encryption, payload.ETag),
            Content = payload.Content,
            Attributes = attributes,
            Settings = settings,
            Checksum = payload.Checksum,
            Tags = tags,
        };
        ObjectVersion stored = bucket.Put(draft, condition);
        call.SetHeader("ETag", $"\"{stored.ETag}\"");
        EncryptionHeaders.WriteAsked(call, settings.Encryption);
        AttributeHeaders.WriteChecksum(call, stored.Checksum);
        AttributeHeaders.WriteVersionId(call, bucket, stored);
        return stored;
    }

    internal Task DeleteAsync(S3Call call)
    {
        WriteCondition condition = call.Header("If-Match") is { } etag ? new WriteCondition(etag, IfAbsent: false) : WriteCondition.None;
        string? versionId = ObjectLookup.Validate(call.Query["versionId"]);
        DeleteOutcome outcome = store.Bucket(call.Bucket)
            .Delete(new Deletion(call.Key, versionId, condition, ServerClock.Now(options), LockHeaders.BypassesGovernance(call)));
        call.SetHeader("x-amz-version-id", outcome.VersionId);
        call.SetHeader("x-amz-delete-marker", outcome.DeleteMarker ? "true" : null);
        return call.EmptyAsync(204);
    }
}
