using S3Gen.Runtime.Http;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>What spans, measurements and logs tell of a call, whether it ended well or not.</summary>
internal static class CallFacts
{
    /// <summary>The status of the last response; null if none came.</summary>
    internal static int? Status(ServiceCall call)
    {
        if (call.Failure is { } failure)
        {
            return failure.Answer is { StatusCode: not 0 } answer ? (int)answer.StatusCode : null;
        }

        return call.ResponseMessage is { } message ? (int)message.StatusCode : null;
    }

    internal static string? RequestId(ServiceCall call) => call.Failure is { } failure
        ? failure.Answer?.RequestId
        : call.ResponseMessage is { } message ? ResponseIds.RequestId(message) : null;

    /// <summary>What the response announces, in bytes; null if nothing.</summary>
    internal static long? ResponseLength(ServiceCall call) => call.ResponseMessage?.Content.Headers.ContentLength;

    internal static string Region(ServiceCall call) => call.ResolvedEndpoint?.SigningRegion ?? string.Empty;
}
