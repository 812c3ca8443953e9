using System.Collections.Frozen;
using S3Cli.App;

namespace S3Cli.Failures;

/// <summary>What the service's codes mean to somebody at a command line.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"/>
internal sealed record Advice(string Why, string? Fix, ExitCode ExitCode)
{
    private const string OtherKeys = "Check the keys, or choose others with --profile";

    private static readonly FrozenDictionary<string, Advice> ByCode = new Dictionary<string, Advice>
    {
        ["NoSuchBucket"] = new("there is no such bucket", "Check its name, or make it with 's3g mb'", ExitCode.NotFound),
        ["NoSuchKey"] = new("there is no such object", "Look with 's3g ls'", ExitCode.NotFound),
        ["NoSuchVersion"] = new("there is no such version", "Look with 's3g ls --versions'", ExitCode.NotFound),
        ["NotFound"] = new("it is not there", "Look with 's3g ls'", ExitCode.NotFound),
        ["AccessDenied"] = new("access is denied", "The keys in use have no permission for this; choose others with --profile", ExitCode.Denied),
        ["Forbidden"] = new("access is denied", "The keys in use have no permission for this; choose others with --profile", ExitCode.Denied),
        ["InvalidAccessKeyId"] = new("the service does not know this access key", OtherKeys, ExitCode.Denied),
        ["SignatureDoesNotMatch"] = new("the secret does not belong to the access key", OtherKeys, ExitCode.Denied),
        ["ExpiredToken"] = new("the credentials have expired", "Get new ones, e.g. with 'aws sso login'", ExitCode.Denied),
        ["InvalidToken"] = new("the session token is not valid", "Get new credentials, e.g. with 'aws sso login'", ExitCode.Denied),
        ["RequestTimeTooSkewed"] = new("this machine's clock is wrong", "Set the clock", ExitCode.Denied),
        ["BucketNotEmpty"] = new("the bucket is not empty", "Delete what is in it too with --force", ExitCode.Failure),
        ["BucketAlreadyExists"] = new("somebody else has a bucket of this name", "Choose another name: names are unique across all accounts", ExitCode.Failure),
        ["BucketAlreadyOwnedByYou"] = new("you have this bucket already", null, ExitCode.Failure),
        ["InvalidBucketName"] = new("the service takes no bucket of this name", "Use 3 to 63 lowercase letters, digits, dots and hyphens", ExitCode.Failure),
        ["PermanentRedirect"] = new("the bucket is in another region", "Name its region with --region", ExitCode.Failure),
        ["AuthorizationHeaderMalformed"] = new("the request was signed for the wrong region", "Name the right one with --region", ExitCode.Failure),
        ["IllegalLocationConstraintException"] = new("the region does not fit the endpoint", "Name the region with --region", ExitCode.Failure),
        ["InvalidObjectState"] = new("the object is archived", "Restore it before you read it", ExitCode.Failure),
        ["MethodNotAllowed"] = new("this cannot be done to it", "It may be a delete marker: look with 's3g ls --versions'", ExitCode.Failure),
        ["NotImplemented"] = new("this store does not offer that", null, ExitCode.Failure),
        ["EntityTooLarge"] = new("it is larger than the service takes", null, ExitCode.Failure),
        ["InvalidRange"] = new("the object has no such range", "Its size is told by 's3g head'", ExitCode.Failure),
        ["RequestedRangeNotSatisfiable"] = new("the object has no such range", "Its size is told by 's3g head'", ExitCode.Failure),
        ["PreconditionFailed"] = new("it has changed in the meantime", "Try again", ExitCode.Failure),
    }.ToFrozenDictionary();

    public static Advice? For(string? code) => code is not null && ByCode.TryGetValue(code, out Advice? advice) ? advice : null;
}
