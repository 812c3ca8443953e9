using S3Gen.Testing.Auth;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using Bucket = S3Gen.Testing.Store.Bucket;
using ObjectVersion = S3Gen.Testing.Store.ObjectVersion;

namespace S3Gen.Testing.Operations;

/// <summary>RenameObject, which directory buckets alone have: the object moves in one step, and keeps its time.</summary>
internal sealed class RenameOperation(ObjectStore store)
{
    internal Task ExecuteAsync(S3Call call)
    {
        RenameObjectRequest request = RenameObjectRequest.Read(call.Input);
        Bucket bucket = store.Bucket(call.Bucket);
        if (!DirectoryBucketName.Matches(call.Bucket))
        {
            throw Faults.MethodNotAllowed("PUT", "OBJECT");
        }
        if (request.DestinationIfModifiedSince is not null || request.DestinationIfUnmodifiedSince is not null)
        {
            throw Faults.NotImplemented("If-Modified-Since");
        }
        string source = SourceKey(request.RenameSource ?? "", call.Bucket);
        if (source.EndsWith('/') || call.Key.EndsWith('/'))
        {
            throw Faults.InvalidRequest("The key of an object to be renamed must not end with a slash.");
        }
        WriteCondition destination = request.DestinationIfNoneMatch is null && request.DestinationIfMatch is null
            ? WriteCondition.None
            : new WriteCondition(request.DestinationIfMatch, request.DestinationIfNoneMatch is not null);
        bucket.Rename(source, call.Key, destination, version => Verify(request, version));
        return call.EmptyAsync(200);
    }

    private static void Verify(RenameObjectRequest request, ObjectVersion source) => new ReadConditions(
        request.SourceIfMatch, request.SourceIfNoneMatch, request.SourceIfModifiedSince, request.SourceIfUnmodifiedSince).RequireAll(source);

    /// <summary><c>/bucket/key</c> or the key alone, URL-encoded.</summary>
    private static string SourceKey(string header, string bucket)
    {
        string path = PercentEncoding.Decode(header).TrimStart('/');
        string key = path.StartsWith(bucket + "/", StringComparison.Ordinal) ? path[(bucket.Length + 1)..] : path;
        return key.Length > 0 ? key : throw Faults.InvalidArgument("The source of a rename must name a key", "x-amz-rename-source", header);
    }
}
