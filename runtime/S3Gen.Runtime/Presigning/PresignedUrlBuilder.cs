using S3Gen.Runtime.Http;
using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Presigning;

/// <summary>Puts a signed call's URL together.</summary>
internal static class PresignedUrlBuilder
{
    internal static PresignedUrl Build(ServiceCall call, string signedQuery, SignatureLifetime lifetime)
    {
        string resource = $"{call.Endpoint.Scheme}://{call.Endpoint.Authority}{call.Url.Path}";
        return new PresignedUrl(RequestUrl.ToUri($"{resource}?{signedQuery}"), resource)
        {
            Method = call.Operation.Method,
            SignedHeaders = HeadersOf(call),
            Body = call.Payload.Memory.ToArray(),
            ExpiresAt = lifetime.End,
            EffectiveExpiry = lifetime.EffectiveEnd,
        };
    }

    private static Dictionary<string, string> HeadersOf(ServiceCall call)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in call.Request.Headers.Entries)
        {
            if (SignedHeaderRules.IsSigned(name))
            {
                headers.Add(name, value);
            }
        }

        return headers;
    }
}
