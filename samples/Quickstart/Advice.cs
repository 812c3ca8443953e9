using System.Net;
using S3Gen.Runtime;

namespace S3Gen.Quickstart;

/// <summary>What to do when the tour does not work.</summary>
internal static class Advice
{
    /// <summary>The advice; null for a fault of the tour itself.</summary>
    public static string? For(Exception failure) => failure switch
    {
        CredentialsException => "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile that has credentials (AWS_PROFILE).",
        ServiceConnectionException or CircuitOpenException => "Does a store listen at AWS_ENDPOINT_URL_S3? Without this variable the tour brings its own server.",
        ServiceException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden } =>
            "Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION, and that these keys may create and delete buckets.",
        ServiceException => "Check that AWS_ENDPOINT_URL_S3 and AWS_REGION are those of an S3 store; an older store may lack an operation.",
        ArgumentException => "Check the AWS_… variables and ~/.aws/config.",
        UnexpectedResultException => "The store does not keep S3's rules here; try the tour without AWS_ENDPOINT_URL_S3.",
        _ => null,
    };
}
