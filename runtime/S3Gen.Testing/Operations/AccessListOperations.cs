using S3Gen.Testing.Errors;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using Bucket = S3Gen.Testing.Store.Bucket;
using ObjectVersion = S3Gen.Testing.Store.ObjectVersion;

namespace S3Gen.Testing.Operations;

/// <summary>The access lists of buckets and objects.</summary>
internal sealed class AccessListOperations(ObjectStore store)
{
    internal Task GetOfBucketAsync(S3Call call) =>
        call.AnswerAsync(new GetBucketAclResponse { Owner = Account.Owner, Grants = store.Bucket(call.Bucket).Access.Grants });

    internal Task PutOfBucketAsync(S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        bucket.Access = Read(call, bucket, PutBucketAclRequest.Read(call.Input).AccessControlPolicy);
        return call.EmptyAsync(200);
    }

    internal Task GetOfObjectAsync(S3Call call)
    {
        (Bucket bucket, ObjectVersion version) = ObjectTarget.Find(call, store);
        AttributeHeaders.WriteVersionId(call, bucket, version);
        return call.AnswerAsync(new GetObjectAclResponse { Owner = Account.Owner, Grants = version.Settings.Access.Grants });
    }

    internal Task PutOfObjectAsync(S3Call call)
    {
        (Bucket bucket, ObjectVersion version) = ObjectTarget.Find(call, store);
        AccessList access = Read(call, bucket, PutObjectAclRequest.Read(call.Input).AccessControlPolicy);
        bucket.Change(version, current => current with { Settings = current.Settings with { Access = access } });
        AttributeHeaders.WriteVersionId(call, bucket, version);
        return call.EmptyAsync(200);
    }

    private static AccessList Read(S3Call call, Bucket bucket, AccessControlPolicy? policy) => (AccessLists.OfHeaders(call, bucket), policy) switch
    {
        ({ } list, null) => list,
        (null, { } document) => AccessLists.OfDocument(document, bucket),
        (null, null) => throw new S3Fault(400, "MissingSecurityHeader", "Your request was missing a required header").With("MissingHeaderName", "x-amz-acl"),
        _ => throw new S3Fault(400, "UnexpectedContent", "This request does not support content"),
    };
}
