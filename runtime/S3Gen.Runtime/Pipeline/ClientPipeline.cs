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
using S3Gen.Runtime.Pipeline.Corrections;
using S3Gen.Runtime.Resilience;
using S3Gen.Runtime.Sessions;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// What every operation of a client goes through, one way: it is checked and marshalled, its endpoint found, then each attempt is
/// signed, sent and judged, and the response of the last one is unmarshalled. It is thread-safe and meant to be kept.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ClientPipeline : IDisposable, IAsyncDisposable
{
    private readonly ServiceInfo _service;
    private readonly ServiceCallPool _calls;
    private readonly RegionalEndpoints _endpoints;
    private readonly CallCorrections _corrections;
    private readonly ICredentialProvider _credentials;
    private readonly ChainCredentialProvider? _ownCredentials;
    private readonly PayloadBuilder _payloads;
    private readonly CleartextRule _cleartext;
    private readonly ISigner _signer;
    private readonly IHttpTransport _transport;
    private readonly bool _ownsTransport;
    private readonly ResiliencePipelines _resilience;
    private readonly ConnectionPools _connections;
    private readonly CallTelemetry _telemetry;
    private readonly ILogger _logger;
    private bool _isDisposed;

    /// <summary>Makes the pipeline of a client. It reads the shared configuration files, if there are any; nothing is sent, and no credentials are looked for, before the first operation.</summary>
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
        _service = service;
        TimeProvider = options.TimeProvider;
        NextRandom = options.NextRandom;
        _logger = options.LoggerFactory?.CreateLogger($"S3Gen.{service.Name}") ?? NullLogger.Instance;
        _calls = new ServiceCallPool(options.TimeProvider, settings.OperationTimeout, settings.ReadTimeout, options.NewGuid);
        _endpoints = new RegionalEndpoints(service, settings);
        _corrections = new CallCorrections(service, settings, _endpoints, this, _logger);
        _ownCredentials = options.Credentials is null ? ChainCredentialProvider.CreateDefault(settings) : null;
        _credentials = options.Credentials ?? _ownCredentials!;
        _payloads = new PayloadBuilder(settings);
        _signer = signer ?? new RequestSigner(options.TimeProvider);
        _cleartext = new CleartextRule(settings);
        _connections = new ConnectionPools(settings.MaxConnections);
        _ownsTransport = options.Transport is null;
        _transport = options.Transport ?? new SocketsTransport(settings, _connections, _logger);
        _resilience = new ResiliencePipelines(settings, _logger);
        _telemetry = new CallTelemetry(settings, _resilience, _logger);
        Transfers = new TransferDefaults
        {
            Threshold = settings.MultipartThreshold,
            PartSize = settings.MultipartPartSize,
            Concurrency = settings.MultipartConcurrency,
            AddsChecksums = settings.RequestChecksumCalculation == ChecksumPolicy.WhenSupported,
            VerifiesChecksums = settings.ResponseChecksumValidation == ChecksumPolicy.WhenSupported,
            TimeProvider = options.TimeProvider,
            LoggerFactory = options.LoggerFactory,
        };
        _responses = new ResponsePolicy(settings);
        settings.LogTo(_logger);
    }

    /// <summary>The client's clock.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>What the client's settings say of transfers in parts.</summary>
    public TransferDefaults Transfers { get; }

    /// <summary>Numbers from 0 to 1, which spread pauses in time.</summary>
    internal Func<double> NextRandom { get; }

    /// <summary>Names the operation that opens sessions with directory buckets; without it a client has no access to them.</summary>
    /// <typeparam name="TRequest">Its input.</typeparam>
    /// <typeparam name="TResponse">Its output.</typeparam>
    /// <param name="operation">The operation; its endpoint must not ask for a session.</param>
    /// <param name="ask">Makes the request of a bucket's name.</param>
    /// <param name="read">Takes the session's credentials from the response.</param>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateSession.html"/>
    public void UseSessions<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation, Func<string, TRequest> ask, Func<TResponse, Credentials> read)
    {
        _telemetry.Confidential = operation;
        OperationSessionSource<TRequest, TResponse> source = new(this, operation, ask, read);
        _corrections.Sessions = new SessionCache(source, TimeProvider, _logger);
    }

    /// <summary>Closes the connections and wipes the credentials that the client has found, and keys derived from them. Operations under way fail; a transport that the options brought is left alone.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _ownCredentials?.Dispose();
        (_signer as IDisposable)?.Dispose();
        _corrections.Sessions?.Dispose();
        _resilience.Dispose();
        _connections.Dispose();
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

    /// <summary>Resolves the endpoint, then lets the strategies run attempts until one succeeds or they give up.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync(ServiceCall call)
    {
        call.Resolve(_endpoints);
        _cleartext.Check(call);
        _responses.Ask(call);
        CallTelemetry.Resolved(call);
        call.Payload = await _payloads.BuildAsync(call).ConfigureAwait(false);

        ResilienceContext context = ResiliencePipelines.ContextOf(call);
        Outcome<ServiceCall> outcome = await _resilience.Calls.ExecuteOutcomeAsync(
            static (context, pipeline) => pipeline.AttemptCorrectedAsync(ResiliencePipelines.CallOf(context)), context, this).ConfigureAwait(false);
        ResilienceContextPool.Shared.Return(context);
        if (outcome.Exception is not null || call.Failure is not null)
        {
            Throw(call, outcome.Exception);
        }
    }

    /// <summary>An attempt, repeated at once where the cause of its failure was mended. What it throws ends the call, by the strategies' own way.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Outcome<ServiceCall>> AttemptCorrectedAsync(ServiceCall call)
    {
        try
        {
            do
            {
                await AttemptAsync(call).ConfigureAwait(false);
            }
            while (call.Failure?.Answer is { } answer && await _corrections.TryMendAsync(call, answer).ConfigureAwait(false));
        }
        catch (Exception e)
        {
            return Outcome.FromException<ServiceCall>(e);
        }

        return Outcome.FromResult(call);
    }

    /// <summary>One attempt: credentials, signature, transport, and what came back.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AttemptAsync(ServiceCall call)
    {
        HttpRequestMessage? message = null;
        call.BeginAttempt();
        try
        {
            call.Trace.BeginCredentials(_credentials);
            Credentials credentials = await FindCredentialsAsync(call).ConfigureAwait(false);
            call.Trace.BeginStep(SpanNames.RequestBuild);
            _corrections.OnSending(call);
            message = HttpRequestFactory.Create(call, _telemetry.Sign(_signer, call, credentials));
            call.HoldConnection(_connections.Of(call.Endpoint.Authority, call.Request.Bucket));
            _telemetry.Sending(call, message);
            HttpResponseMessage response = await _transport.SendAsync(message, call.Clock.Token).ConfigureAwait(false);
            _telemetry.Received(call, message, response);
            _corrections.OnResponse(call, response);
            await ResponseReceiver.ReceiveAsync(call, response).ConfigureAwait(false);
        }
        catch (Exception e) when (AttemptFailures.Find(call, message, e) is { } failure)
        {
            call.Fail(failure);
            call.ReleaseResponse();
        }
        finally
        {
            call.Trace.EndAttempt(call, message);
            call.ReleaseConnection();
            call.Clock.EndAttempt();
        }
    }

    /// <summary>The client's credentials, or those of a session that they open where the endpoint demands one.</summary>
    private ValueTask<Credentials> FindCredentialsAsync(ServiceCall call)
    {
        ValueTask<Credentials> own = _credentials.GetCredentialsAsync(call.Clock.Token);
        return call.Endpoint.SigningScheme == SigningScheme.SigV4S3Express
            ? SessionLookup.FindAsync(call, own, _corrections.Sessions)
            : own;
    }

    /// <summary>Ends a call that failed.</summary>
    private static void Throw(ServiceCall call, Exception? exception)
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

        throw failure.ToException(call.Operation, call.Attempts, call.Corrections.Remark ?? call.Remark);
    }
}
