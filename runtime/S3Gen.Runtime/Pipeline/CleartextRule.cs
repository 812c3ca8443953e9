using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Keeps keys that the caller provides off connections that everybody on the way can read.</summary>
internal sealed class CleartextRule(ClientSettings settings)
{
    private readonly bool _allowsCustomerKeys = settings.AllowCustomerKeysOverHttp;

    /// <summary>Lets a request pass whose endpoint is resolved, unless it would carry a key in the clear.</summary>
    /// <exception cref="ArgumentException">It would.</exception>
    internal void Check(ServiceCall call)
    {
        if (call.Request.ConfidentialMember is { } member && !call.Endpoint.IsSecure && !_allowsCustomerKeys)
        {
            throw InvalidRequest.Because(
                $"{member} may travel over https alone, and the endpoint is {call.Endpoint.Scheme}://{call.Endpoint.Authority}: use an https "
                + $"{nameof(ClientOptions.EndpointUrl)}, or, for a test server, set {nameof(ClientOptions.AllowCustomerKeysOverHttp)}.");
        }
    }
}
