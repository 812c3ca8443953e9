using S3Gen.Runtime.Presigning;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Signs as the endpoint wants it, with Signature Version 4 or 4A, by the pipeline's clock.</summary>
internal sealed class RequestSigner(TimeProvider timeProvider) : ISigner, IDisposable
{
    private readonly SigV4Signer _signer = new();
    private Stamp _stamp = new(0, string.Empty);

    /// <summary>Wipes the derived keys.</summary>
    public void Dispose() => _signer.Dispose();

    public SignedValues Sign(ServiceCall call, Credentials credentials)
    {
        if (credentials.IsAnonymous)
        {
            return call.Payload.IsChunked ? new SignedValues { PayloadHash = PayloadHash.StreamingUnsignedWithTrailer } : default;
        }

        DateTimeOffset now = timeProvider.GetUtcNow() + call.Corrections.ClockOffset;
        SigningRequest request = Describe(call, call.Url.Query, hasPayloadHashHeader: true, credentials, now);
        string authorization = _signer.Sign(request);
        return new SignedValues
        {
            PayloadHash = call.Request.Headers.Find(PayloadSigning.Header) is null ? call.Payload.Hash : null,
            Date = Format(now),
            RegionSet = request.Scheme == SigningScheme.SigV4a ? request.Region : null,
            SessionToken = credentials.SessionToken?.HeaderValue,
            SessionTokenHeader = request.Scheme.TokenHeader,
            Authorization = authorization,
            Chunks = call.Payload.SignsChunks ? new ChunkSigner(_signer, request, authorization) : null,
        };
    }

    public string Presign(ServiceCall call, Credentials credentials, SignatureLifetime lifetime)
    {
        ReadOnlySpan<char> query = PresignQuery.WithoutHint(call.Url.Query);
        return _signer.Presign(Describe(call, query, hasPayloadHashHeader: false, credentials, lifetime.Start), lifetime.Duration);
    }

    private static SigningRequest Describe(
        ServiceCall call, ReadOnlySpan<char> query, bool hasPayloadHashHeader, Credentials credentials, DateTimeOffset now)
    {
        Endpoint endpoint = call.Endpoint;
        return new SigningRequest
        {
            Scheme = endpoint.SigningScheme,
            Method = call.Operation.Method.Method,
            Path = call.Url.Path,
            PathMode = ServiceSigning.PathMode(endpoint),
            Query = query,
            IsQueryCanonical = call.Request.IsQueryCanonical,
            Host = endpoint.Authority,
            Headers = call.Request.Headers.Entries,
            PayloadHash = call.Payload.Hash,
            HasPayloadHashHeader = hasPayloadHashHeader,
            Credentials = new SigningCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken),
            Region = endpoint.SigningScheme == SigningScheme.SigV4a ? endpoint.SigningRegionSet ?? endpoint.SigningRegion : endpoint.SigningRegion,
            Service = endpoint.SigningName,
            Time = now,
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
