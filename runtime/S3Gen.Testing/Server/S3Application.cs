using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using S3Gen.Runtime.CodeGen;
using S3Gen.Testing.Auth;
using S3Gen.Testing.CodeGen;
using S3Gen.Testing.Cors;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Forms;
using S3Gen.Testing.Injection;
using S3Gen.Testing.Operations;
using S3Gen.Testing.Payload;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Server;

/// <summary>What Kestrel calls for every request: understand it, authenticate it, execute it, and turn faults into responses.</summary>
internal sealed class S3Application : IHttpApplication<HttpContext>
{
    /// <summary>Room for the largest document that S3 takes: 10,000 parts with checksums, or 1,000 keys of 1,024 escaped bytes.</summary>
    private const long MaxDocument = 8 * 1024 * 1024;

    private readonly S3TestServerOptions _options;
    private readonly RequestAuthenticator _authenticator;
    private readonly ObjectStore _store;
    private readonly OperationRouter _router;
    private readonly PostFormOperation _forms;
    private long _requestCount;

    internal S3Application(S3TestServerOptions options)
    {
        _options = options;
        Faults = new FaultRules(options.FaultSeed);
        foreach (FaultRule rule in options.Faults)
        {
            Faults.Add(rule);
        }
        SessionStore sessions = new(options.TimeProvider);
        _authenticator = new RequestAuthenticator(options, sessions);
        _store = new ObjectStore(options.Directory);
        _forms = new PostFormOperation(_store, options, Faults);
        _router = new OperationRouter(_store, sessions, options);
    }

    internal FaultRules Faults { get; }

    internal long RequestCount => Interlocked.Read(ref _requestCount);

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requestCount);
        SetCommonHeaders(context.Response);
        try
        {
            await ExecuteAsync(context).ConfigureAwait(false);
        }
        catch (S3Fault fault)
        {
            await RespondAsync(context, fault).ConfigureAwait(false);
        }
        catch (Exception malformed) when (malformed is InvalidDocumentException or ResponseFormatException)
        {
            await RespondAsync(context, Errors.Faults.MalformedXml()).ConfigureAwait(false);
        }
        catch (BadHttpRequestException)
        {
            // The body ended before its Content-Length; what can still be told is told.
            await RespondAsync(context, PayloadFaults.IncompleteBody()).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // A defect of this server must show in the test that met it, not hang it.
            await RespondAsync(context, Errors.Faults.InternalError(defect.ToString())).ConfigureAwait(false);
        }
    }

    private async Task ExecuteAsync(HttpContext context)
    {
        RequestTarget target = RequestTarget.Parse(S3Call.RawTargetOf(context));
        ResourceAddress address = ResourceAddress.Parse(context.Request.Headers.Host.ToString(), target.RawPath);
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            await Preflight.AnswerAsync(context, _store.Bucket(address.Bucket)).ConfigureAwait(false);
            return;
        }
        if (QueryProtocolError.IsMeant(context.Request, address))
        {
            await QueryProtocolError.WriteAsync(context).ConfigureAwait(false);
            return;
        }
        if (PostForm.IsOne(context.Request, address))
        {
            await _forms.ExecuteAsync(context, target, address).ConfigureAwait(false);
            return;
        }
        Authentication authentication = _authenticator.Authenticate(context.Request, target, address.Bucket);
        using S3Call call = new(context, target, address, authentication, _options);
        UnsupportedHeaders.Reject(call);
        Preflight.AddHeaders(context, _store.TryFind(address.Bucket));
        string operation = OperationRouter.NameOf(call);
        if (call.IsAnonymous)
        {
            AnonymousAccess.Require(operation, call, _store);
        }
        if (!Faults.IsEmpty && Faults.Find(operation, call.Bucket, call.Key) is { } rule)
        {
            await FaultInjection.ExecuteAsync(rule, call, _options.TimeProvider, () => ExecuteAsync(operation, call)).ConfigureAwait(false);
            return;
        }
        await ExecuteAsync(operation, call).ConfigureAwait(false);
    }

    private async Task ExecuteAsync(string operation, S3Call call)
    {
        Route route = _router.Find(operation);
        if (route.Body != BodyKind.Content)
        {
            await call.ReadDocumentAsync(MaxDocument, route.Body == BodyKind.CompletionDocument).ConfigureAwait(false);
        }
        await route.Execute(call).ConfigureAwait(false);
    }

    private static async Task RespondAsync(HttpContext context, S3Fault fault)
    {
        if (context.Response.HasStarted)
        {
            // Cutting the connection is the only honest error in mid-body.
            context.Abort();
            return;
        }
        string rawTarget = S3Call.RawTargetOf(context);
        int query = rawTarget.IndexOf('?', StringComparison.Ordinal);
        await ErrorResponse.WriteAsync(context, fault, query < 0 ? rawTarget : rawTarget[..query]).ConfigureAwait(false);
    }

    private void SetCommonHeaders(HttpResponse response)
    {
        response.Headers["x-amz-request-id"] = RandomNumberGenerator.GetHexString(16);
        response.Headers["x-amz-id-2"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        response.Headers.Server = "AmazonS3";
        // Clients correct their clocks by this header, so it has to be of the same clock that judges their signatures.
        response.Headers.Date = _options.TimeProvider.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
    }
}
