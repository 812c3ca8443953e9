using System.Net;
using S3Gen.Runtime;

namespace S3Gen.Transfer.Flow;

/// <summary>Which failures of a part may not come again.</summary>
internal static class TransientFailures
{
    internal static bool Contains(Exception failure) => failure switch
    {
        InterruptedBodyException or ServiceConnectionException or CircuitOpenException or RateLimitExceededException => true,
        CredentialsException or ChecksumMismatchException or ContentChangedException => false,
        ServiceException answer => answer.IsMalformedResponse || IsTransient(answer.StatusCode) || IsTransient(answer.ErrorCode),
        _ => false,
    };

    private static bool IsTransient(HttpStatusCode status) => (int)status is 429 or 500 or 502 or 503 or 504;

    internal static bool IsTransient(string? code) => code is "RequestTimeout" or "SlowDown" or "InternalError" or "ServiceUnavailable" or "BadDigest" or "IncompleteBody";
}
