using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations;

/// <summary>The version that a request names by key and, perhaps, by id.</summary>
internal static class ObjectTarget
{
    internal static (Bucket Bucket, ObjectVersion Version) Find(S3Call call, ObjectStore store)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        string? versionId = ObjectLookup.Validate(call.Query["versionId"]);
        return (bucket, ObjectLookup.Require(bucket.Find(call.Key, versionId), call.Key, versionId));
    }
}
