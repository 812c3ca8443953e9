using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Auth;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Server;

/// <summary>How a request's body is to be taken.</summary>
internal enum BodyKind
{
    /// <summary>None, or a small document: read before the operation begins.</summary>
    Document,

    /// <summary>A document beside headers that speak of the checksum of the object.</summary>
    CompletionDocument,

    /// <summary>An object or a part: the operation reads it when its other demands are met.</summary>
    Content,
}

/// <summary>An operation and how to take its body.</summary>
internal sealed record Route(Func<S3Call, Task> Execute, BodyKind Body = BodyKind.Document);

/// <summary>
/// Chooses the operation from the method, the resource and the sub-resource in the query. What is not in this table does not succeed:
/// it is <c>NotImplemented</c>, or <c>MethodNotAllowed</c> where S3 has nothing either.
/// </summary>
internal sealed class OperationRouter
{
    /// <summary>All sub-resources that S3 has, those of them first that others accompany. Other parameters never choose an operation.</summary>
    private static readonly string[] SubResources =
    [
        "uploadId", "uploads", "tagging", "versioning", "versions", "location", "delete", "accelerate", "acl", "abac", "analytics", "annotation",
        "append", "attributes", "cors", "encryption", "intelligent-tiering", "inventory", "legal-hold", "lifecycle", "logging",
        "metadataConfiguration", "metadataInventoryTable", "metadataJournalTable", "metadataAnnotationTable", "metadataTable", "metrics",
        "notification", "object-lock", "ownershipControls", "policy", "policyStatus", "publicAccessBlock", "renameObject", "replication",
        "requestPayment", "restore", "retention", "select", "session", "torrent", "website", "x-amz-bucket-region",
    ];

    private readonly Dictionary<(ResourceLevel Level, string Method, string SubResource), Route> _routes;

    internal OperationRouter(ObjectStore store, SessionStore sessions, S3TestServerOptions options)
    {
        _routes = [];
        AddBuckets(new BucketOperations(store, options), new VersioningOperations(store), new ObjectListingOperations(store));
        Add(ResourceLevel.Bucket, "GET", "session", new SessionOperation(store, sessions).OpenAsync);
        AddTagging(new TaggingOperations(store));
        AddObjects(new ObjectReadOperations(store), new ObjectWriteOperations(store, options), new CopyObjectOperation(store, options));
        AddMultipart(new MultipartOperations(store, options), new MultipartListingOperations(store));
        Add(ResourceLevel.Bucket, "POST", "delete", new DeleteObjectsOperation(store, options).ExecuteAsync);
        _routes.Add(
            (ResourceLevel.Object, "POST", "uploadId"),
            new Route(new CompleteMultipartOperation(store, options).ExecuteAsync, BodyKind.CompletionDocument));
    }

    internal Route Find(S3Call call)
    {
        ResourceLevel level = call.Address.Level;
        string method = call.Request.Method;
        string subResource = Array.Find(SubResources, call.Query.Has) ?? "";
        if (level == ResourceLevel.Object && HttpMethods.IsPut(method) && call.Header(CopySource.Header) is not null)
        {
            subResource += "+copy";
        }
        else if (level == ResourceLevel.Bucket && HttpMethods.IsGet(method) && subResource.Length == 0 && call.Query["list-type"] == "2")
        {
            subResource = "list-type=2";
        }
        if (_routes.TryGetValue((level, method, subResource), out Route? route))
        {
            return route;
        }
        bool isKnownElsewhere = _routes.Keys.Any(key => key.Level == level && key.SubResource == subResource);
        // POST to a bucket is the browser's form upload, which S3 has and this server has not.
        throw isKnownElsewhere && !(level == ResourceLevel.Bucket && HttpMethods.IsPost(method))
            ? Faults.MethodNotAllowed(method, level.ToString().ToUpperInvariant())
            : Faults.NotImplemented(subResource.Length == 0 ? method : subResource);
    }

    private void AddBuckets(BucketOperations buckets, VersioningOperations versioning, ObjectListingOperations listings)
    {
        Add(ResourceLevel.Service, "GET", "", buckets.ListAsync);
        Add(ResourceLevel.Bucket, "PUT", "", buckets.CreateAsync);
        Add(ResourceLevel.Bucket, "HEAD", "", buckets.HeadAsync);
        Add(ResourceLevel.Bucket, "DELETE", "", buckets.DeleteAsync);
        Add(ResourceLevel.Bucket, "GET", "location", buckets.GetLocationAsync);
        Add(ResourceLevel.Bucket, "GET", "versioning", versioning.GetAsync);
        Add(ResourceLevel.Bucket, "PUT", "versioning", versioning.PutAsync);
        Add(ResourceLevel.Bucket, "GET", "", listings.ListV1Async);
        Add(ResourceLevel.Bucket, "GET", "list-type=2", listings.ListV2Async);
        Add(ResourceLevel.Bucket, "GET", "versions", listings.ListVersionsAsync);
    }

    private void AddTagging(TaggingOperations tagging)
    {
        Add(ResourceLevel.Bucket, "GET", "tagging", tagging.GetBucketTagsAsync);
        Add(ResourceLevel.Bucket, "PUT", "tagging", tagging.PutBucketTagsAsync);
        Add(ResourceLevel.Bucket, "DELETE", "tagging", tagging.DeleteBucketTagsAsync);
        Add(ResourceLevel.Object, "GET", "tagging", tagging.GetObjectTagsAsync);
        Add(ResourceLevel.Object, "PUT", "tagging", tagging.PutObjectTagsAsync);
        Add(ResourceLevel.Object, "DELETE", "tagging", tagging.DeleteObjectTagsAsync);
    }

    private void AddObjects(ObjectReadOperations reads, ObjectWriteOperations writes, CopyObjectOperation copy)
    {
        Add(ResourceLevel.Object, "GET", "", reads.GetAsync);
        Add(ResourceLevel.Object, "HEAD", "", reads.HeadAsync);
        AddContent(ResourceLevel.Object, "PUT", "", writes.PutAsync);
        Add(ResourceLevel.Object, "DELETE", "", writes.DeleteAsync);
        Add(ResourceLevel.Object, "PUT", "+copy", copy.ExecuteAsync);
    }

    private void AddMultipart(MultipartOperations uploads, MultipartListingOperations listings)
    {
        Add(ResourceLevel.Object, "POST", "uploads", uploads.CreateAsync);
        AddContent(ResourceLevel.Object, "PUT", "uploadId", uploads.UploadPartAsync);
        Add(ResourceLevel.Object, "PUT", "uploadId+copy", uploads.UploadPartCopyAsync);
        Add(ResourceLevel.Object, "DELETE", "uploadId", uploads.AbortAsync);
        Add(ResourceLevel.Object, "GET", "uploadId", listings.ListPartsAsync);
        Add(ResourceLevel.Bucket, "GET", "uploads", listings.ListUploadsAsync);
    }

    private void Add(ResourceLevel level, string method, string subResource, Func<S3Call, Task> execute) =>
        _routes.Add((level, method, subResource), new Route(execute));

    private void AddContent(ResourceLevel level, string method, string subResource, Func<S3Call, Task> execute) =>
        _routes.Add((level, method, subResource), new Route(execute, BodyKind.Content));
}
