using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Auth;

/// <summary>What those may do who sign nothing: what an access list or a policy lets anybody do.</summary>
internal static class AnonymousAccess
{
    /// <summary>Throws unless anybody may.</summary>
    internal static void Require(string operation, S3Call call, ObjectStore store)
    {
        if (call.Address.Level == ResourceLevel.Service || DirectoryBucketName.Matches(call.Bucket))
        {
            throw AuthFaults.AccessDenied();
        }
        if (call.Query.Parameters.Any(static parameter => parameter.Key.StartsWith("response-", StringComparison.Ordinal)))
        {
            throw Faults.InvalidRequest("Request specific response headers cannot be used for anonymous GET requests.");
        }
        Bucket bucket = store.Bucket(call.Bucket);
        if (!Allows(operation, call, bucket) || HidesAbsence(operation, call, bucket))
        {
            throw AuthFaults.AccessDenied();
        }
    }

    private static bool Allows(string operation, S3Call call, Bucket bucket) => ByPolicy(operation, call, bucket) || ByAccessList(operation, call, bucket);

    /// <summary>Who may not list a bucket is not told which keys it lacks.</summary>
    private static bool HidesAbsence(string operation, S3Call call, Bucket bucket) =>
        operation is "GetObject" or "HeadObject" && bucket.Find(call.Key, ObjectLookup.Validate(call.Query["versionId"])) is null or { IsDeleteMarker: true }
        && !Allows("ListObjects", call, bucket);

    private static bool ByPolicy(string operation, S3Call call, Bucket bucket)
    {
        string resource = $"arn:aws:s3:::{call.Bucket}{(call.Key.Length == 0 || operation == "ListObjects" ? "" : "/" + call.Key)}";
        return bucket.PublicAccess.RestrictPublicBuckets != true
            && BucketPolicy.Of(bucket) is { } policy
            && policy.LetsAnybody("s3:" + ActionOf(operation, call.Query.Has("versionId")), resource);
    }

    private static bool ByAccessList(string operation, S3Call call, Bucket bucket)
    {
        if (bucket.DisablesAccessLists || bucket.PublicAccess.IgnorePublicAcls == true)
        {
            return false;
        }
        return operation switch
        {
            "GetObject" or "HeadObject" => OfObject(call, bucket)?.LetsAnybody("READ") ?? false,
            "GetObjectAcl" => OfObject(call, bucket)?.LetsAnybody("READ_ACP") ?? false,
            "ListObjects" or "ListObjectsV2" or "ListObjectVersions" or "ListMultipartUploads" or "HeadBucket" => bucket.Access.LetsAnybody("READ"),
            "GetBucketAcl" => bucket.Access.LetsAnybody("READ_ACP"),
            "PutObject" or "DeleteObject" => bucket.Access.LetsAnybody("WRITE"),
            _ => false,
        };
    }

    private static AccessList? OfObject(S3Call call, Bucket bucket) => bucket.Find(call.Key, ObjectLookup.Validate(call.Query["versionId"]))?.Settings.Access;

    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
    private static string ActionOf(string operation, bool isOfVersion) => operation switch
    {
        "GetObject" or "HeadObject" => isOfVersion ? "GetObjectVersion" : "GetObject",
        "DeleteObject" => isOfVersion ? "DeleteObjectVersion" : "DeleteObject",
        "ListObjects" or "ListObjectsV2" or "HeadBucket" => "ListBucket",
        "ListObjectVersions" => "ListBucketVersions",
        "CreateMultipartUpload" or "UploadPart" or "CompleteMultipartUpload" => "PutObject",
        _ => operation,
    };
}
