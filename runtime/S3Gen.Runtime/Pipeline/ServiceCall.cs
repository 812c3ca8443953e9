using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Endpoints;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Pipeline.Corrections;
using S3Gen.Runtime.Resilience;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.Pipeline;

/// <summary>
/// One operation on its way through the pipeline, whatever its types: request, endpoint, payload, attempts, response or failure.
/// It is pooled.
/// </summary>
internal sealed class ServiceCall(CallClock clock, Func<Guid>? newGuid)
{
    private Operation? _operation;
    private Endpoint? _endpoint;

    internal RequestHead Request { get; } = new(newGuid);

    internal ResponseHead Response { get; } = new();

    internal CallClock Clock { get; } = clock;

    internal CorrectionState Corrections { get; } = new();

    internal ResponseBuffer Buffer { get; } = new();

    internal SmallBody SmallBody { get; } = new();

    internal Operation Operation => _operation ?? throw new InvalidOperationException("The call has not begun.");

    internal Endpoint Endpoint => _endpoint ?? throw new InvalidOperationException("The endpoint is not resolved.");

    /// <summary>The endpoint if it is resolved.</summary>
    internal Endpoint? ResolvedEndpoint => _endpoint;

    internal CallTrace Trace { get; } = new();

    /// <summary>Who is shown documents that come.</summary>
    internal ILogger BodyLog { get; set; } = NullLogger.Instance;

    /// <summary>Whether the call was counted as being under way.</summary>
    internal bool IsCountedActive { get; set; }

    /// <summary>The connections of which the attempt holds one.</summary>
    internal HostConnections? Connection { get; private set; }

    internal CancellationToken CallerToken { get; private set; }

    internal RequestUrl Url { get; private set; }

    internal Payload Payload { get; set; }

    /// <summary>How many attempts have begun.</summary>
    internal int Attempts { get; private set; }

    /// <summary>How many attempts were repeated because of a failure; corrections do not count.</summary>
    internal int Retries { get; set; }

    /// <summary>How many retries there were before this call, which carries on another one.</summary>
    internal int EarlierRetries { get; set; }

    /// <summary>Why the last attempt failed; null if it succeeded.</summary>
    internal CallFailure? Failure { get; private set; }

    /// <summary>The pause before the next attempt.</summary>
    internal TimeSpan NextDelay { get; set; }

    /// <summary>What the next retry takes from the client's quota, or the last one took.</summary>
    internal int RetryCost { get; set; }

    /// <summary>Why a failure that may pass was not tried again; null if that needs no words.</summary>
    internal string? RetryRemark { get; set; }

    /// <summary>An earlier attempt, which was to change something, got no answer that tells whether it was carried out.</summary>
    internal bool MayHaveSucceeded { get; set; }

    /// <summary>What the client has to add to the failure.</summary>
    internal string? Remark => RetryRemark ?? (MayHaveSucceeded && (int?)Failure?.Answer?.StatusCode is 404 or 409 or 412
        ? "An earlier attempt, which ended without a clear answer, may have been carried out."
        : null);

    internal HttpResponseMessage? ResponseMessage { get; set; }

    internal void Begin(Operation operation, CancellationToken callerToken)
    {
        _operation = operation;
        CallerToken = callerToken;
        Clock.StartOperation(callerToken);
    }

    /// <summary>Finds the endpoint and puts the URL together.</summary>
    internal void Resolve(RegionalEndpoints endpoints)
    {
        EndpointCache cache = endpoints.For(Request.Bucket);
        Endpoint endpoint = cache.Resolve(Request.Bucket, Request.EndpointInputs);
        _endpoint = Request.HostPrefix is { } prefix && !cache.DisablesHostPrefix ? endpoint.WithHostPrefix(prefix) : endpoint;
        if (endpoint.Headers.Count > 0)
        {
            Request.AddEndpointHeaders(endpoint);
        }

        Url = RequestUrl.Create(_endpoint, Request);
    }

    internal void BeginAttempt()
    {
        Attempts++;
        Failure = null;
        ReleaseResponse();
        Clock.StartAttempt();
    }

    internal void Fail(CallFailure failure) => Failure = failure;

    internal void HoldConnection(HostConnections host)
    {
        Connection = host;
        host.Acquire();
    }

    /// <summary>Leaves the connection to a stream, which gives it back.</summary>
    internal HostConnections? HandOverConnection()
    {
        HostConnections? host = Connection;
        Connection = null;
        return host;
    }

    internal void ReleaseConnection() => HandOverConnection()?.Release();

    /// <summary>Disposes the response unless its body has found another owner.</summary>
    internal void ReleaseResponse()
    {
        if (!Response.IsBodyTaken)
        {
            Response.CloseStream();
            ResponseMessage?.Dispose();
        }

        ResponseMessage = null;
        Response.Reset();
        Buffer.Reset();
    }

    /// <summary>The call failed and is not used again; the connection that it may hold is closed.</summary>
    internal void Abandon()
    {
        Response.CloseStream();
        ResponseMessage?.Dispose();
        ResponseMessage = null;
    }

    internal void Reset()
    {
        ReleaseResponse();
        Request.Reset();
        SmallBody.Reset();
        _operation = null;
        _endpoint = null;
        CallerToken = default;
        Url = default;
        Payload = default;
        Attempts = 0;
        Retries = 0;
        EarlierRetries = 0;
        Failure = null;
        NextDelay = default;
        Corrections.Reset();
        RetryCost = 0;
        RetryRemark = null;
        MayHaveSucceeded = false;
    }
}
