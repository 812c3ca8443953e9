namespace S3Gen.Runtime.Signing;

/// <summary>
/// In what the services of S3's family (<c>s3</c>, <c>s3-object-lambda</c>, <c>s3-outposts</c>, <c>s3express</c>) are signed differently
/// from all others: their paths are encoded once and never normalized, and a presigned URL does not cover the body.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>
internal static class ServiceSigning
{
    internal static CanonicalPathMode PathMode(Endpoint endpoint) =>
        IsS3(endpoint) ? CanonicalPathMode.AsSent : CanonicalPathMode.NormalizedAndEncodedAgain;

    /// <summary>Whether a presigned URL covers the document that is sent with it.</summary>
    internal static bool SignsDocuments(Endpoint endpoint) => !IsS3(endpoint);

    private static bool IsS3(Endpoint endpoint) => endpoint.SigningName.StartsWith("s3", StringComparison.Ordinal);
}
