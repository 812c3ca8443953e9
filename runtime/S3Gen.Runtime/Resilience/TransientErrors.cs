using System.Collections.Frozen;

namespace S3Gen.Runtime.Resilience;

/// <summary>Which errors may not come again if the request is repeated: by their code, where there is one, and by their status.</summary>
internal static class TransientErrors
{
    private static readonly FrozenSet<string> Codes = FrozenSet.ToFrozenSet(
        ["InternalError", "RequestTimeout", "RequestTimeoutException", "ServiceUnavailable"], StringComparer.Ordinal);

    /// <summary>The codes by which services of AWS ask to slow down, as its SDKs know them.</summary>
    private static readonly FrozenSet<string> ThrottlingCodes = FrozenSet.ToFrozenSet(
        [
            "BandwidthLimitExceeded",
            "EC2ThrottledException",
            "LimitExceededException",
            "PriorRequestNotComplete",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "SlowDown",
            "ThrottledException",
            "Throttling",
            "ThrottlingException",
            "TooManyRequestsException",
            "TransactionInProgressException",
        ],
        StringComparer.Ordinal);

    /// <summary>Codes of errors that stay, with whatever status they come.</summary>
    private static readonly FrozenSet<string> LastingCodes = FrozenSet.ToFrozenSet(
        ["BucketAlreadyExists", "InvalidAccessKeyId", "InvalidBucketName", "NoSuchBucket", "SignatureDoesNotMatch"], StringComparer.Ordinal);

    internal static bool Contains(ServiceErrorDetails error)
    {
        if (error.ErrorCode is { } code)
        {
            if (Codes.Contains(code) || ThrottlingCodes.Contains(code))
            {
                return true;
            }

            if (LastingCodes.Contains(code))
            {
                return false;
            }
        }

        return (int)error.StatusCode is 429 or 500 or 502 or 503 or 504;
    }

    /// <summary>Whether the service refused the request to protect itself; it was not carried out.</summary>
    internal static bool IsThrottling(ServiceErrorDetails error) =>
        (int)error.StatusCode == 429 || (error.ErrorCode is { } code && ThrottlingCodes.Contains(code));
}
