using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Endpoints;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Resilience;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// What every operation of a client goes through, one way: it is checked and marshalled, its endpoint found, then each attempt is
/// signed, sent and judged, and the response of the last one is unmarshalled. It is thread-safe and meant to be kept.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ClientPipeline : IDisposable, IAsyncDisposable
{
    private readonly ServiceCallPool _calls;
    private readonly EndpointCache _endpoints;
    private readonly ICredentialProvider _credentials;
    private readonly ChainCredentialProvider? _ownCredentials;
    private readonly ISigner _signer;
    private readonly IHttpTransport _transport;
    private readonly bool _ownsTransport;
    private readonly ResiliencePipelines _resilience;
    private readonly ILogger _logger;
    private bool _isDisposed;

    /// <summary>Makes the pipeline of a client. Nothing is read or sent before the first operation.</summary>
    /// <param name="service">The client's service.</param>
    /// <param name="options">How the client behaves.</param>
    /// <exception cref="ArgumentException">Options are faulty; the message names all of them.</exception>
    public ClientPipeline(ServiceInfo service, ClientOptions options)
        : this(service, options, signer: null)
    {
    }

    internal ClientPipeline(ServiceInfo service, ClientOptions options, ISigner? signer)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(options);
        ClientSettings settings = new(service, options);
        TimeProvider = options.TimeProvider;
        NextRandom = options.NextRandom;
        _logger = options.LoggerFactory?.CreateLogger($"S3Gen.{service.Name}") ?? NullLogger.Instance;
        _calls = new ServiceCallPool(options.TimeProvider, settings.OperationTimeout, options.ReadTimeout, options.NewGuid);
        _endpoints = new EndpointCache(service, settings);
        _ownCredentials = options.Credentials is null ? ChainCredentialProvider.CreateDefault(settings) : null;
        _credentials = options.Credentials ?? _ownCredentials!;
        _signer = signer ?? new RequestSigner(options.TimeProvider);
        _ownsTransport = options.Transport is null;
        _transport = options.Transport ?? new SocketsTransport(options);
        _resilience = new ResiliencePipelines(settings, _logger);
    }

    /// <summary>The client's clock.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>Numbers from 0 to 1, which spread pauses in time.</summary>
    internal Func<double> NextRandom { get; }

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
    public async Task<TResponse> InvokeAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, TRequest request, CancellationToken cancellationToken)
    {
        ServiceCall call = Begin(operation, cancellationToken);
        RequestBody? body = null;
        try
        {
            operation.Write(request, call.Request);
            body = call.Request.Body;
            await SendAsync(call).ConfigureAwait(false);
            TResponse response = Read(operation, call);
            _calls.Return(call);
            return response;
        }
        catch
        {
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

    /// <summary>Closes the connections. Operations under way fail; a transport that the options brought is left alone.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _ownCredentials?.Dispose();
        _resilience.Dispose();
        if (_ownsTransport)
        {
            _transport.Dispose();
        }
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static TResponse Read<TRequest, TResponse>(Operation<TRequest, TResponse> operation, ServiceCall call)
    {
        try
        {
            return operation.Read(call.Response);
        }
        catch (ResponseFormatException e)
        {
            throw CallFailure.FromAnswer(AttemptFailures.Describe(call, e), isTransient: false).ToException(operation, call.Attempts, remark: null);
        }
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

    /// <summary>Resolves the endpoint, then lets the strategies run attempts until one succeeds or they give up.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync(ServiceCall call)
    {
        call.Resolve(_endpoints);
        call.Payload = await PayloadBuilder.BuildAsync(call).ConfigureAwait(false);

        ResilienceContext context = ResiliencePipelines.ContextOf(call);
        Outcome<ServiceCall> outcome = await _resilience.Calls.ExecuteOutcomeAsync(
            static (context, pipeline) => pipeline.AttemptAsync(ResiliencePipelines.CallOf(context)), context, this).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);
        if (outcome.Exception is not null || call.Failure is not null)
        {
            Throw(call, outcome.Exception);
        }
    }

    /// <summary>One attempt: credentials, signature, transport, and what came back.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Outcome<ServiceCall>> AttemptAsync(ServiceCall call)
    {
        HttpRequestMessage? message = null;
        call.BeginAttempt();
        try
        {
            Credentials credentials = await _credentials.GetCredentialsAsync(call.Clock.Token).ConfigureAwait(false);
            message = HttpRequestFactory.Create(call, _signer.Sign(call, credentials));
            HttpResponseMessage response = await _transport.SendAsync(message, call.Clock.Token).ConfigureAwait(false);
            await ResponseReceiver.ReceiveAsync(call, response).ConfigureAwait(false);
        }
        catch (Exception e) when (AttemptFailures.Find(call, message, e) is { } failure)
        {
            call.Fail(failure);
            call.ReleaseResponse();
        }
        finally
        {
            call.Clock.EndAttempt();
        }

        return Outcome.FromResult(call);
    }

    /// <summary>Ends a call that failed.</summary>
    private void Throw(ServiceCall call, Exception? exception)
    {
        call.CallerToken.ThrowIfCancellationRequested();
        if (exception is not null)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        CallFailure failure = call.Failure!;
        if (failure.IsCallersFault)
        {
            ExceptionDispatchInfo.Throw(failure.Fault!);
        }

        ServiceException ended = failure.ToException(call.Operation, call.Attempts, call.Remark);
        if (_logger.IsEnabled(LogLevel.Error))
        {
            PipelineLog.Failed(_logger, call.Operation.Name, call.Request.Bucket, call.Attempts, failure.Reason, ended.RequestId);
        }

        throw ended;
    }
}
