using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Auth;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations;
using S3Gen.Testing.Operations.Configurations;
using S3Gen.Testing.Operations.Locking;
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
/// The operations that this server has, by the names of the model. The model's routes say which one a request is for; one that is not in this
/// table does not succeed: it is <c>NotImplemented</c>, or <c>MethodNotAllowed</c> where S3 has nothing either.
/// </summary>
internal sealed class OperationRouter
{
    private static readonly RouteTable Table = new(Protocol.S3Routes.All);

    private readonly Dictionary<string, Route> _routes = new(StringComparer.Ordinal);

    internal OperationRouter(ObjectStore store, SessionStore sessions, S3TestServerOptions options)
    {
        Add("CreateBucket", new CreateBucketOperation(store, options).ExecuteAsync);
        AddBuckets(new BucketOperations(store, options), new VersioningOperations(store), new ObjectListingOperations(store));
        Add("CreateSession", new SessionOperation(store, sessions).OpenAsync);
        AddTagging(new TaggingOperations(store));
        AddObjects(new ObjectReadOperations(store), new ObjectWriteOperations(store, options), new CopyObjectOperation(store, options));
        AddMultipart(new MultipartOperations(store, options), new MultipartListingOperations(store));
        Add("DeleteObjects", new DeleteObjectsOperation(store, options).ExecuteAsync);
        AddConfigurations(store);
        AddProtection(new AccessListOperations(store), new LockOperations(store, options), new LockConfiguration(store));
        AddAnnotations(new AnnotationOperations(store, options));
        Add("RenameObject", new RenameOperation(store).ExecuteAsync);
        Add("GetObjectAttributes", new AttributesOperation(store).GetAsync);
        Add("CompleteMultipartUpload", new CompleteMultipartOperation(store, options).ExecuteAsync, BodyKind.CompletionDocument);
    }

    /// <summary>The operation that a request is for.</summary>
    internal static string NameOf(S3Call call)
    {
        ResourceLevel level = call.Address.Level;
        string method = call.Request.Method;
        return Table.Find(level, method, call.Query, call.Header) ?? throw (Table.IsKnownElsewhere(level, call.Query, call.Header)
            ? Faults.MethodNotAllowed(method, level.ToString().ToUpperInvariant())
            : Faults.NotImplemented(call.Query.Raw.Length == 0 ? method : call.Query.Raw));
    }

    internal Route Find(string operation) => _routes.TryGetValue(operation, out Route? route) ? route : throw Faults.NotImplemented(operation);

    private void AddBuckets(BucketOperations buckets, VersioningOperations versioning, ObjectListingOperations listings)
    {
        Add("ListBuckets", buckets.ListAsync);
        Add("HeadBucket", buckets.HeadAsync);
        Add("DeleteBucket", buckets.DeleteAsync);
        Add("GetBucketLocation", buckets.GetLocationAsync);
        Add("GetBucketVersioning", versioning.GetAsync);
        Add("PutBucketVersioning", versioning.PutAsync);
        Add("ListObjects", listings.ListV1Async);
        Add("ListObjectsV2", listings.ListV2Async);
        Add("ListObjectVersions", listings.ListVersionsAsync);
    }

    private void AddConfigurations(ObjectStore store)
    {
        new ConfigurationOperations(store).AddTo(AddDocument);
        new AnalyticsConfigurations(store).AddTo(AddDocument);
        new IntelligentTieringConfigurations(store).AddTo(AddDocument);
        new InventoryConfigurations(store).AddTo(AddDocument);
        new MetricsConfigurations(store).AddTo(AddDocument);
        Add("GetBucketPolicyStatus", new PolicyStatusOperation(store).GetAsync);
    }

    private void AddAnnotations(AnnotationOperations annotations)
    {
        Add("PutObjectAnnotation", annotations.PutAsync, BodyKind.Content);
        Add("GetObjectAnnotation", annotations.GetAsync);
        Add("DeleteObjectAnnotation", annotations.DeleteAsync);
        Add("ListObjectAnnotations", annotations.ListAsync);
    }

    private void AddProtection(AccessListOperations access, LockOperations locks, LockConfiguration lockConfiguration)
    {
        Add("GetBucketAcl", access.GetOfBucketAsync);
        Add("PutBucketAcl", access.PutOfBucketAsync);
        Add("GetObjectAcl", access.GetOfObjectAsync);
        Add("PutObjectAcl", access.PutOfObjectAsync);
        Add("GetObjectLockConfiguration", lockConfiguration.GetAsync);
        Add("PutObjectLockConfiguration", lockConfiguration.PutAsync);
        Add("GetObjectRetention", locks.GetRetentionAsync);
        Add("PutObjectRetention", locks.PutRetentionAsync);
        Add("GetObjectLegalHold", locks.GetLegalHoldAsync);
        Add("PutObjectLegalHold", locks.PutLegalHoldAsync);
    }

    private void AddTagging(TaggingOperations tagging)
    {
        Add("GetBucketTagging", tagging.GetBucketTagsAsync);
        Add("PutBucketTagging", tagging.PutBucketTagsAsync);
        Add("DeleteBucketTagging", tagging.DeleteBucketTagsAsync);
        Add("GetObjectTagging", tagging.GetObjectTagsAsync);
        Add("PutObjectTagging", tagging.PutObjectTagsAsync);
        Add("DeleteObjectTagging", tagging.DeleteObjectTagsAsync);
    }

    private void AddObjects(ObjectReadOperations reads, ObjectWriteOperations writes, CopyObjectOperation copy)
    {
        Add("GetObject", reads.GetAsync);
        Add("HeadObject", reads.HeadAsync);
        Add("PutObject", writes.PutAsync, BodyKind.Content);
        Add("DeleteObject", writes.DeleteAsync);
        Add("CopyObject", copy.ExecuteAsync);
    }

    private void AddMultipart(MultipartOperations uploads, MultipartListingOperations listings)
    {
        Add("CreateMultipartUpload", uploads.CreateAsync);
        Add("UploadPart", uploads.UploadPartAsync, BodyKind.Content);
        Add("UploadPartCopy", uploads.UploadPartCopyAsync);
        Add("AbortMultipartUpload", uploads.AbortAsync);
        Add("ListParts", listings.ListPartsAsync);
        Add("ListMultipartUploads", listings.ListUploadsAsync);
    }

    private void AddDocument(string operation, Func<S3Call, Task> execute) => Add(operation, execute);

    private void Add(string operation, Func<S3Call, Task> execute, BodyKind body = BodyKind.Document) => _routes.Add(operation, new Route(execute, body));
}
