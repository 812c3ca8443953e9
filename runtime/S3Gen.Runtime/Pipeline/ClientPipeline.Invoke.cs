using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Resilience.Hedging;

namespace S3Gen.Runtime.CodeGen;

/// <content>An operation from its request to its response.</content>
public sealed partial class ClientPipeline
{
    /// <summary>Runs an operation.</summary>
    /// <typeparam name="TRequest">Its input.</typeparam>
    /// <typeparam name="TResponse">Its output.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its input.</param>
    /// <param name="cancellationToken">Ends the operation; what was sent may have been done by the service all the same.</param>
    /// <exception cref="ArgumentException">The request breaks a rule. Nothing was sent.</exception>
    /// <exception cref="ServiceException">The service answered with an error (the service's own exception types), or with something
    /// that cannot be read (<see cref="ServiceException.IsMalformedResponse"/>).</exception>
    /// <exception cref="ServiceConnectionException">No answer came: no connection, a broken one, or a time limit.</exception>
    /// <exception cref="CircuitOpenException">Too many requests to the bucket have failed in a row. Nothing was sent.</exception>
    /// <exception cref="RateLimitExceededException">The client's own rate limit had no turn for the request. Nothing was sent.</exception>
    /// <exception cref="CredentialsException">There is nothing to sign with.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries the caller's token.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    /// <remarks>What the source of a request's body throws, or who is told of its progress, passes through as it is.</remarks>
    public Task<TResponse> InvokeAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(operation, _partsOperation) && _partsRoute is PartsRoute<TRequest, TResponse> route && route.Find(request) is { } body)
        {
            return route.SendAsync(this, request, body, cancellationToken);
        }

        return _resilience.Hedger is null
            ? InvokeOnceAsync(operation, request, cancellationToken)
            : InvokeHedgedAsync(_resilience.Hedger, operation, request, cancellationToken);
    }

    /// <summary>Runs an operation by one call, which a hedged one may have a second of.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">Its input.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <param name="whole">The body, where that of the request was read already.</param>
    internal async Task<TResponse> InvokeOnceAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken, RequestBody? whole = null)
    {
        ServiceCall call = Begin(operation, cancellationToken);
        RequestBody? body = null;
        _telemetry.Begin(call);
        try
        {
            operation.Write(request, call.Request);
            call.Request.Body = whole ?? call.Request.Body;
            body = call.Request.Body;
            await SendAsync(call).ConfigureAwait(false);
            TResponse response = Read(operation, call);
            _telemetry.Complete(call);
            AllowResume(call, request);
            _calls.Return(call);
            return response;
        }
        catch (Exception e)
        {
            _telemetry.Fail(call, e);

            // The call is not used again: a transport that was interrupted may still hold on to parts of it.
            call.Abandon();
            throw;
        }
        finally
        {
            if (body is not null)
            {
                await body.CompleteAsync().ConfigureAwait(false);
            }
        }
    }

    private Task<TResponse> InvokeHedgedAsync<TRequest, TResponse>(
        Hedger hedger, Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return Hedger.Covers(operation)
            ? hedger.RunAsync(operation.Name, token => InvokeOnceAsync(operation, request, token), cancellationToken)
            : InvokeOnceAsync(operation, request, cancellationToken);
    }

    private ServiceCall Begin(Operation operation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        ServiceCall call = _calls.Rent();
        call.Begin(operation, cancellationToken);
        return call;
    }

    private TResponse Read<TRequest, TResponse>(Operation<TRequest, TResponse> operation, ServiceCall call)
    {
        try
        {
            TResponse response = _telemetry.Read(operation, call);
            if (response is ServiceResponse answered)
            {
                answered.SetAttemptCount(call.Attempts);
            }

            return response;
        }
        catch (ResponseFormatException e)
        {
            throw CallFailure.FromAnswer(AttemptFailures.Describe(call, e), isTransient: false).ToException(operation, call.Attempts, remark: null);
        }
    }
}
