using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Signs with Signature Version 4, by the pipeline's clock.</summary>
internal sealed class RequestSigner(TimeProvider timeProvider) : ISigner
{

    private readonly SigV4Signer _signer = new();
    private Stamp _stamp = new(0, string.Empty);

    public SignedValues Sign(ServiceCall call, Credentials credentials)
    {
        if (credentials.IsAnonymous)
        {
            return default;
        }

        DateTimeOffset now = timeProvider.GetUtcNow();
        string date = Format(now);
        string authorization = _signer.Sign(new SigningRequest
        {
            Method = call.Operation.Method.Method,
            Path = call.Url.Path,
            Query = call.Url.Query,
            IsQueryCanonical = call.Request.IsQueryCanonical,
            Host = call.Endpoint.Authority,
            Headers = call.Request.Headers.Entries,
            PayloadHash = call.Payload.Hash,
            Credentials = new SigningCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken),
            Region = call.Endpoint.SigningRegion,
            Service = call.Endpoint.SigningName,
            Time = now,
        });
        return new SignedValues
        {
            PayloadHash = call.Request.Headers.Find(PayloadSigning.Header) is null ? call.Payload.Hash : null,
            Date = date,
            SessionToken = credentials.SessionToken?.HeaderValue,
            Authorization = authorization,
        };
    }

    /// <summary>Requests of one second share their date's text.</summary>
    private string Format(DateTimeOffset now)
    {
        long second = now.UtcTicks / TimeSpan.TicksPerSecond;
        Stamp stamp = _stamp;
        if (stamp.Second != second)
        {
            _stamp = stamp = new Stamp(second, SigningTime.Format(now));
        }

        return stamp.Text;
    }

    private sealed record Stamp(long Second, string Text);
}
