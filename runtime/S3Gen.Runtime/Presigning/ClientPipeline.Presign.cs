using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Presigning;

namespace S3Gen.Runtime.CodeGen;

/// <content>Presigning: the way of every operation up to where it would be sent.</content>
public sealed partial class ClientPipeline
{
    /// <summary>Makes a presigned URL of a request. Nothing is sent, but credentials may have to be fetched.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">How long the URL is valid; null for an hour.</param>
    /// <param name="cancellationToken">Ends the search for credentials.</param>
    /// <exception cref="ArgumentException">The request breaks a rule, or has content.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expiry is not within 1 second and 7 days.</exception>
    /// <exception cref="CredentialsException">There is nothing to sign with.</exception>
    public async Task<PresignedUrl> PresignAsync(IPresignable request, PresignOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        options ??= new PresignOptions();
        SignatureLifetime.Check(options.Expires, nameof(PresignOptions.Expires));
        RequireOwn(request.Operation);
        ServiceCall call = Begin(request.Operation, cancellationToken);
        try
        {
            request.Write(call.Request);
            call.Resolve(_endpoints);
            call.Payload = await PresignPayload.SettleAsync(call, _compression).ConfigureAwait(false);
            Credentials credentials = RequireSigning(await FindCredentialsAsync(call).ConfigureAwait(false));
            SignatureLifetime lifetime = SignatureLifetime.Begin(NowAt(call.Endpoint), options.Expires, credentials, _logger, call.Operation.Name);
            PresignedUrl url = PresignedUrlBuilder.Build(call, _signer.Presign(call, credentials, lifetime), lifetime);
            _calls.Return(call);
            return url;
        }
        catch
        {
            call.Abandon();
            throw;
        }
    }

    /// <summary>Prepares the signing of a document that a form carries, such as a POST policy.</summary>
    /// <param name="bucket">The bucket that the form is sent to.</param>
    /// <param name="expires">How long the document is valid.</param>
    /// <param name="cancellationToken">Ends the search for credentials.</param>
    /// <exception cref="ArgumentException">Requests to the bucket are signed in a way that documents cannot be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expiry is not within 1 second and 7 days.</exception>
    /// <exception cref="CredentialsException">There is nothing to sign with.</exception>
    public async Task<DocumentSigner> PrepareDocumentAsync(string bucket, TimeSpan expires, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        SignatureLifetime.Check(expires, nameof(PresignOptions.Expires));
        Endpoint endpoint = _endpoints.For(bucket).Resolve(bucket, default);
        if (endpoint.SigningScheme != SigningScheme.SigV4)
        {
            throw InvalidRequest.Because($"Bucket '{bucket}' takes no forms: they are signed with Signature Version 4, its requests with {endpoint.SigningScheme}.");
        }

        Credentials credentials = RequireSigning(await _credentials.GetCredentialsAsync(cancellationToken).ConfigureAwait(false));
        return new DocumentSigner(endpoint, credentials, SignatureLifetime.Begin(NowAt(endpoint), expires, credentials, _logger, "POST policy"));
    }

    private static Credentials RequireSigning(Credentials credentials) => credentials.IsAnonymous
        ? throw new CredentialsException("Anonymous credentials cannot sign: a URL or form that needs no signature needs no presigning either.")
        : credentials;

    /// <summary>The time by the clock of an endpoint, where it is known to differ from the client's.</summary>
    private DateTimeOffset NowAt(Endpoint endpoint) => TimeProvider.GetUtcNow() + _corrections.ClockOffsetOf(endpoint);

    private void RequireOwn(Operation operation)
    {
        if (!ReferenceEquals(operation.Service, _service))
        {
            throw InvalidRequest.Because($"{operation.Name}Request is a request of {operation.Service.Name}, not of {_service.Name}.");
        }
    }
}
