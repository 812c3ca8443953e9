using System.Globalization;
using System.Text;

namespace S3Gen.Testing.Errors;

/// <summary>The errors of authentication.</summary>
internal static class AuthFaults
{
    internal static S3Fault AccessDenied(string message = "Access Denied") => new(403, "AccessDenied", message);

    internal static S3Fault InvalidAccessKeyId(string accessKeyId) =>
        new S3Fault(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.").With("AWSAccessKeyId", accessKeyId);

    internal static S3Fault InvalidToken() => new(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");

    internal static S3Fault ExpiredToken() => new(400, "ExpiredToken", "The provided token has expired.");

    internal static S3Fault Malformed(string message) => new(400, "AuthorizationHeaderMalformed", message);

    internal static S3Fault WrongRegion(string code, string given, string expected) =>
        new S3Fault(400, code, $"The authorization header is malformed; the region '{given}' is wrong; expecting '{expected}'")
            .With("Region", expected).WithHeader("x-amz-bucket-region", expected);

    internal static S3Fault QueryParameters(string message) => new(400, "AuthorizationQueryParametersError", message);

    internal static S3Fault RequestTimeTooSkewed(string requestTime, DateTimeOffset now, TimeSpan tolerance) =>
        new S3Fault(403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.")
            .With("RequestTime", requestTime).With("ServerTime", Iso(now))
            .With("MaxAllowedSkewMilliseconds", tolerance.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture));

    internal static S3Fault Expired(int seconds, DateTimeOffset expires, DateTimeOffset now) =>
        AccessDenied("Request has expired").With("X-Amz-Expires", seconds.ToString(CultureInfo.InvariantCulture))
            .With("Expires", Iso(expires)).With("ServerTime", Iso(now));

    internal static S3Fault HeadersNotSigned(string names) =>
        AccessDenied("There were headers present in the request which were not signed").With("HeadersNotSigned", names);

    /// <summary>Carries the server's own canonical request, because comparing the two is how a signer is debugged.</summary>
    internal static S3Fault SignatureDoesNotMatch(string accessKeyId, string stringToSign, string provided, string? canonicalRequest)
    {
        S3Fault fault = new S3Fault(403, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided. Check your key and signing method.")
            .With("AWSAccessKeyId", accessKeyId).With("StringToSign", stringToSign).With("SignatureProvided", provided)
            .With("StringToSignBytes", HexBytes(stringToSign));
        return canonicalRequest is null
            ? fault
            : fault.With("CanonicalRequest", canonicalRequest).With("CanonicalRequestBytes", HexBytes(canonicalRequest));
    }

    private static string HexBytes(string text) =>
        string.Join(' ', Encoding.Latin1.GetBytes(text).Select(static b => b.ToString("x2", CultureInfo.InvariantCulture)));

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
