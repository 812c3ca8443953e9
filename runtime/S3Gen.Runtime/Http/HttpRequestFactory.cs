using System.Net;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Http;

/// <summary>Makes the HTTP request of one attempt from what was marshalled and signed.</summary>
internal static class HttpRequestFactory
{
    internal const string UserAgent = "S3Gen/0.1";

    internal static AttemptRequest Create(ServiceCall call, in SignedValues signed)
    {
        AttemptRequest message = call.Trace.Root is null
            ? new AttemptRequest(call.Operation.Method, call.Url.ToUri())
            : new TracedRequest(call.Operation.Method, call.Url.ToUri());
        message.Version = HttpVersion.Version11;
        message.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        if (call.Payload.IsPresent)
        {
            message.Content = new RequestContent(call.Payload, call.Clock, signed.Chunks);
        }

        foreach ((string name, string value) in call.Request.Headers.Entries)
        {
            if (ContentHeaders.Contains(name))
            {
                message.Content ??= new RequestContent(default, call.Clock);
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        AddSigned(message, signed);
        message.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        return message;
    }

    private static void AddSigned(HttpRequestMessage message, in SignedValues signed)
    {
        if (signed.PayloadHash is not null)
        {
            message.Headers.TryAddWithoutValidation("x-amz-content-sha256", signed.PayloadHash);
        }

        if (signed.Date is not null)
        {
            message.Headers.TryAddWithoutValidation("x-amz-date", signed.Date);
        }

        if (signed.SessionToken is not null)
        {
            message.Headers.TryAddWithoutValidation(signed.SessionTokenHeader!, signed.SessionToken);
        }

        if (signed.RegionSet is not null)
        {
            message.Headers.TryAddWithoutValidation("x-amz-region-set", signed.RegionSet);
        }

        if (signed.Authorization is not null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", signed.Authorization);
        }
    }
}
