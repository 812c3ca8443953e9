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
    /// <exception cref="CredentialsException">There is nothing to sign with, or what there is has expired.</exception>
    /// <exception cref="ServiceConnectionException">Where credentials come from, nobody answered in time.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries the caller's token.</exception>
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
            _cleartext.Check(call);
            call.Payload = await PresignPayload.SettleAsync(call, _payloads).ConfigureAwait(false);
            Credentials credentials = await GetSigningCredentialsAsync(call).ConfigureAwait(false);
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
    /// <param name="operation">The operation that the form does the work of.</param>
    /// <param name="bucket">The bucket that the form is sent to.</param>
    /// <param name="inputs">What the endpoint rules decide on, the bucket among it.</param>
    /// <param name="expires">How long the document is valid.</param>
    /// <param name="cancellationToken">Ends the search for credentials.</param>
    /// <exception cref="ArgumentException">Requests to the bucket are signed in a way that documents cannot be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expiry is not within 1 second and 7 days.</exception>
    /// <exception cref="CredentialsException">There is nothing to sign with, or what there is has expired.</exception>
    public async Task<DocumentSigner> PrepareDocumentAsync(
        Operation operation, string bucket, EndpointInputs inputs, TimeSpan expires, CancellationToken cancellationToken)
    {
        SignatureLifetime.Check(expires, nameof(PresignOptions.Expires));
        ServiceCall call = Begin(operation, cancellationToken);
        try
        {
            call.Request.Bucket = bucket;
            call.Request.EndpointInputs = inputs;
            call.Resolve(_endpoints);
            if (call.Endpoint.SigningScheme != SigningScheme.SigV4)
            {
                throw InvalidRequest.Because(
                    $"Bucket '{bucket}' takes no forms: they are signed with {SigningScheme.SigV4}, its requests with {call.Endpoint.SigningScheme}.");
            }

            Credentials credentials = await GetSigningCredentialsAsync(call).ConfigureAwait(false);
            DocumentSigner signer = new(call.Endpoint, credentials, SignatureLifetime.Begin(NowAt(call.Endpoint), expires, credentials, _logger, "form"));
            _calls.Return(call);
            return signer;
        }
        catch
        {
            call.Abandon();
            throw;
        }
    }

    /// <summary>Finds credentials within the limits of an attempt.</summary>
    private async ValueTask<Credentials> GetSigningCredentialsAsync(ServiceCall call)
    {
        call.BeginAttempt();
        try
        {
            Credentials credentials = await FindCredentialsAsync(call).ConfigureAwait(false);
            return credentials.IsAnonymous
                ? throw new CredentialsException("Anonymous credentials cannot sign: a URL or form that needs no signature needs no presigning either.")
                : credentials;
        }
        catch (Exception e) when (AttemptFailures.Find(call, message: null, e) is { } failure)
        {
            call.Fail(failure);
            Throw(call, exception: null);
            throw;
        }
        catch (OperationCanceledException)
        {
            call.CallerToken.ThrowIfCancellationRequested();
            throw;
        }
        finally
        {
            call.Clock.EndAttempt();
        }
    }

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
