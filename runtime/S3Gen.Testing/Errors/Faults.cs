using System.Globalization;

namespace S3Gen.Testing.Errors;

/// <summary>
/// The errors of buckets, objects and uploads, with the status and the words that S3 uses.
/// See <see href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"/>.
/// </summary>
internal static class Faults
{
    internal static S3Fault InvalidUri() => new(400, "InvalidURI", "Couldn't parse the specified URI.");

    internal static S3Fault KeyTooLong(int bytes, int max) =>
        new S3Fault(400, "KeyTooLongError", "Your key is too long").With("Size", Text(bytes)).With("MaxSizeAllowed", Text(max));

    internal static S3Fault InvalidArgument(string message, string name, string value) =>
        new S3Fault(400, "InvalidArgument", message).With("ArgumentName", name).With("ArgumentValue", value);

    internal static S3Fault InvalidRequest(string message) => new(400, "InvalidRequest", message);

    internal static S3Fault MalformedXml() =>
        new(400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    internal static S3Fault NotImplemented(string feature) =>
        new S3Fault(501, "NotImplemented", "A header or parameter you provided implies functionality that is not implemented").With("Header", feature);

    internal static S3Fault MethodNotAllowed(string method, string resourceType) =>
        new S3Fault(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
            .With("Method", method).With("ResourceType", resourceType);

    internal static S3Fault InternalError(string what) =>
        new(500, "InternalError", "We encountered an internal error. Please try again. (" + what + ")");

    internal static S3Fault NoSuchBucket(string bucket) =>
        new S3Fault(404, "NoSuchBucket", "The specified bucket does not exist").With("BucketName", bucket);

    internal static S3Fault InvalidBucketName(string bucket) =>
        new S3Fault(400, "InvalidBucketName", "The specified bucket is not valid.").With("BucketName", bucket);

    internal static S3Fault BucketAlreadyOwnedByYou(string bucket) =>
        new S3Fault(409, "BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.")
            .With("BucketName", bucket);

    internal static S3Fault BucketNotEmpty(string bucket) =>
        new S3Fault(409, "BucketNotEmpty", "The bucket you tried to delete is not empty").With("BucketName", bucket);

    internal static S3Fault IllegalLocationConstraint(string location) =>
        new(400, "IllegalLocationConstraintException", $"The {location} location constraint is incompatible for the region specific endpoint this request was sent to.");

    internal static S3Fault NoSuchTagSet(string bucket) =>
        new S3Fault(404, "NoSuchTagSet", "The TagSet does not exist").With("BucketName", bucket);

    internal static S3Fault InvalidTag(string message) => new(400, "InvalidTag", message);

    internal static S3Fault TooManyTags(int max) => new(400, "BadRequest", $"Object tags cannot be greater than {Text(max)}");

    internal static S3Fault NoSuchKey(string key) => new S3Fault(404, "NoSuchKey", "The specified key does not exist.").With("Key", key);

    internal static S3Fault NoSuchVersion(string key, string versionId) =>
        new S3Fault(404, "NoSuchVersion", "The specified version does not exist.").With("Key", key).With("VersionId", versionId);

    internal static S3Fault InvalidVersionId(string versionId) => InvalidArgument("Invalid version id specified", "versionId", versionId);

    internal static S3Fault PreconditionFailed(string condition) =>
        new S3Fault(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold").With("Condition", condition);

    internal static S3Fault InvalidRange(string requested, long size) =>
        new S3Fault(416, "InvalidRange", "The requested range is not satisfiable")
            .With("RangeRequested", requested).With("ActualObjectSize", Text(size)).WithHeader("Content-Range", $"bytes */{Text(size)}");

    internal static S3Fault InvalidPartNumber(int requested, int count) =>
        new S3Fault(416, "InvalidPartNumber", "The requested partnumber is not satisfiable")
            .With("PartNumberRequested", Text(requested)).With("ActualPartCount", Text(count));

    internal static S3Fault MetadataTooLarge(int size, int max) =>
        new S3Fault(400, "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size")
            .With("Size", Text(size)).With("MaxSizeAllowed", Text(max));

    internal static S3Fault InvalidStorageClass(string value) =>
        new S3Fault(400, "InvalidStorageClass", "The storage class you specified is not valid").With("StorageClassRequested", value);

    internal static S3Fault MalformedAcl() =>
        new(400, "MalformedACLError", "The XML you provided was not well-formed or did not validate against our published schema");

    internal static S3Fault AclNotSupported() => new(400, "AccessControlListNotSupported", "The bucket does not allow ACLs");

    internal static S3Fault NoSuchUpload(string uploadId) =>
        new S3Fault(404, "NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.")
            .With("UploadId", uploadId);

    internal static S3Fault InvalidPart(string uploadId, int number, string etag) =>
        new S3Fault(400, "InvalidPart", "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.")
            .With("UploadId", uploadId).With("PartNumber", Text(number)).With("ETag", etag);

    internal static S3Fault InvalidPartOrder(string uploadId) =>
        new S3Fault(400, "InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.")
            .With("UploadId", uploadId);

    internal static S3Fault EntityTooSmall(long proposed, long minimum, int number, string etag) =>
        new S3Fault(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
            .With("ProposedSize", Text(proposed)).With("MinSizeAllowed", Text(minimum)).With("PartNumber", Text(number)).With("ETag", etag);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
