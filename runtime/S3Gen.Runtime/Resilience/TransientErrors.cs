using System.Collections.Frozen;

namespace S3Gen.Runtime.Resilience;

/// <summary>Which errors may not come again if the request is repeated: by their code, where there is one, and by their status.</summary>
internal static class TransientErrors
{
    private static readonly FrozenSet<string> Codes = FrozenSet.ToFrozenSet(
        [
            "BandwidthLimitExceeded",
            "EC2ThrottledException",
            "InternalError",
            "LimitExceededException",
            "PriorRequestNotComplete",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "RequestTimeout",
            "RequestTimeoutException",
            "ServiceUnavailable",
            "SlowDown",
            "ThrottledException",
            "Throttling",
            "ThrottlingException",
            "TooManyRequestsException",
            "TransactionInProgressException",
        ],
        StringComparer.Ordinal);

    internal static bool Contains(ServiceErrorDetails error) =>
        (int)error.StatusCode is 429 or 500 or 502 or 503 or 504 || (error.ErrorCode is { } code && Codes.Contains(code));
}
