using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>Tags of objects and of buckets.</summary>
internal sealed class TaggingOperations(ObjectStore store)
{
    internal Task GetObjectTagsAsync(S3Call call)
    {
        (Bucket bucket, ObjectVersion version) = ObjectTarget.Find(call, store);
        AttributeHeaders.WriteVersionId(call, bucket, version);
        return call.WriteXmlAsync("Tagging", xml => TagSet.Write(xml, version.Tags));
    }

    internal Task PutObjectTagsAsync(S3Call call) => ReplaceAsync(call, TagSet.OfDocument(call, TagSet.MaxOnObject), 200);

    internal Task DeleteObjectTagsAsync(S3Call call) => ReplaceAsync(call, [], 204);

    internal Task GetBucketTagsAsync(S3Call call)
    {
        IReadOnlyList<Tag> tags = store.Bucket(call.Bucket).Tags;
        return tags.Count == 0 ? throw Faults.NoSuchTagSet(call.Bucket) : call.WriteXmlAsync("Tagging", xml => TagSet.Write(xml, tags));
    }

    internal Task PutBucketTagsAsync(S3Call call)
    {
        store.Bucket(call.Bucket).Tags = TagSet.OfDocument(call, TagSet.MaxOnBucket);
        return call.EmptyAsync(204);
    }

    internal Task DeleteBucketTagsAsync(S3Call call)
    {
        store.Bucket(call.Bucket).Tags = [];
        return call.EmptyAsync(204);
    }

    private Task ReplaceAsync(S3Call call, IReadOnlyList<Tag> tags, int status)
    {
        (Bucket bucket, ObjectVersion version) = ObjectTarget.Find(call, store);
        bucket.Change(version, current => current with { Tags = tags });
        AttributeHeaders.WriteVersionId(call, bucket, version);
        return call.EmptyAsync(status);
    }
}
