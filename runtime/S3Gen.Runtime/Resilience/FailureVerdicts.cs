using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Resilience;

/// <summary>What a failure says about the service and about the request.</summary>
internal static class FailureVerdicts
{
    /// <summary>The service asks to slow down.</summary>
    internal static bool IsThrottling(this CallFailure failure) => failure.Answer is { } answer && TransientErrors.IsThrottling(answer);

    /// <summary>The request was certainly not carried out: it was refused, or there was no connection to send it over.</summary>
    internal static bool IsUnprocessed(this CallFailure failure) =>
        failure.IsBeforeSending || failure.IsThrottling() || failure.Fault is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        };

    /// <summary>The service is not well: it fails, is overloaded, or does not answer. A status 4xx, but 429, says nothing of this.</summary>
    internal static bool IsOfHealth(this CallFailure failure) =>
        failure is { IsTransient: true, IsBeforeSending: false } && (failure.Answer is not { } answer || (int)answer.StatusCode is < 400 or 429 or >= 500);
}
