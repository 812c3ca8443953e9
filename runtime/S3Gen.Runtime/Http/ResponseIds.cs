using System.Net.Http.Headers;

namespace S3Gen.Runtime.Http;

/// <summary>The ids in a response's headers by which its service finds it again.</summary>
internal static class ResponseIds
{
    private const string RequestIdHeader = "x-amz-request-id";
    private const string AlternateRequestIdHeader = "x-amzn-RequestId";
    private const string HostIdHeader = "x-amz-id-2";

    internal static string? RequestId(HttpResponseMessage message) =>
        Find(message, RequestIdHeader) ?? Find(message, AlternateRequestIdHeader);

    internal static string? HostId(HttpResponseMessage message) => Find(message, HostIdHeader);

    internal static string? RequestId(ServiceErrorDetails answer) => answer.FindHeader(RequestIdHeader) ?? answer.FindHeader(AlternateRequestIdHeader);

    internal static string? HostId(ServiceErrorDetails answer) => answer.FindHeader(HostIdHeader);

    private static string? Find(HttpResponseMessage message, string name) =>
        message.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) && values.ToString() is { Length: > 0 } value
            ? value
            : null;
}
