using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using S3Gen.Testing.Auth;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.CodeGen;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Payload;

namespace S3Gen.Testing.Server;

/// <summary>One request that has been understood and authenticated, and its response.</summary>
internal sealed class S3Call : IDisposable
{
    private readonly Authentication _authentication;

    internal S3Call(HttpContext http, RequestTarget target, ResourceAddress address, Authentication authentication, S3TestServerOptions options)
    {
        RefusesPlainKeys = options.RequireTlsForCustomerKeys && !http.Request.IsHttps;
        Http = http;
        Query = target.Query;
        Address = address;
        _authentication = authentication;
    }

    internal HttpContext Http { get; }

    /// <summary>Whether keys that customers send are not taken on this connection.</summary>
    internal bool RefusesPlainKeys { get; }

    /// <summary>Whether nobody has signed the request.</summary>
    internal bool IsAnonymous => _authentication.IsAnonymous;

    /// <summary>The call as the generated unmarshallers read it.</summary>
    internal CallRequest Input => new(this);

    internal HttpRequest Request => Http.Request;

    internal HttpResponse Response => Http.Response;

    internal RawQuery Query { get; }

    internal ResourceAddress Address { get; }

    internal string Bucket => Address.Bucket;

    internal string Key => Address.Key;

    internal CancellationToken Aborted => Http.RequestAborted;

    /// <summary>The body of a request that carries a document, or none; empty before the router has read it.</summary>
    internal byte[] Document { get; private set; } = [];

    /// <summary>Whether the document came with a Content-MD5 or a checksum.</summary>
    internal bool DocumentHasDigest { get; private set; }

    /// <summary>A header's value, null where it is absent or empty.</summary>
    internal string? Header(string name) => Request.Headers[name].ToString() is { Length: > 0 } value ? value : null;

    internal void SetHeader(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Response.Headers[name] = value;
        }
    }

    /// <summary>A query parameter that is a number of items.</summary>
    internal int QueryNumber(string name, int fallback, int max)
    {
        if (Query.NonEmpty(name) is not { } text)
        {
            return fallback;
        }
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= 0
            ? Math.Min(value, max)
            : throw Faults.InvalidArgument($"Argument {name} must be an integer between 0 and 2147483647", name, text);
    }

    /// <summary>Where the object's bytes come from if they are not the whole body: a form has them in one of its fields.</summary>
    internal Func<DeclaredChecksum?, ChecksumAlgorithm?, Task<ReceivedPayload>>? ContentSource { get; set; }

    /// <summary>Reads a whole object or part.</summary>
    internal Task<ReceivedPayload> ReadContentAsync(ChecksumAlgorithm? fallback)
    {
        if (ContentSource is { } source)
        {
            return source(DeclaredChecksum.Of(Request.Headers, _authentication.Payload), fallback);
        }
        if (Request.ContentLength is null && Request.Headers.TransferEncoding.Count == 0)
        {
            throw PayloadFaults.MissingContentLength();
        }
        DeclaredChecksum? declared = DeclaredChecksum.Of(Request.Headers, _authentication.Payload);
        return Reader().ReadAsync(PayloadReader.MaxObject, declared, fallback, Aborted);
    }

    /// <summary>Reads the document of a request, or finds that there is none; both ways the payload hash is verified.</summary>
    /// <param name="limit">The most bytes that it may have.</param>
    /// <param name="checksumIsOfObject">CompleteMultipartUpload: <c>x-amz-checksum-*</c> speaks of the object, not of this document.</param>
    internal async Task ReadDocumentAsync(long limit, bool checksumIsOfObject)
    {
        DeclaredChecksum? declared = checksumIsOfObject ? null : DeclaredChecksum.Of(Request.Headers, _authentication.Payload);
        ReceivedPayload payload = await Reader().ReadAsync(limit, declared, fallback: null, Aborted).ConfigureAwait(false);
        Document = payload.Content.ToArray();
        DocumentHasDigest = payload.HasDeclaredDigest;
    }

    /// <summary>Ends the call with an operation's output.</summary>
    internal async Task AnswerAsync(IServerOutput output)
    {
        using CallResponse response = new(this) { Status = output.SuccessStatus };
        output.Write(response);
        await response.SendAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the call with a status and no body.</summary>
    internal Task EmptyAsync(int status)
    {
        Response.StatusCode = status;
        if (status != StatusCodes.Status204NoContent && status != StatusCodes.Status304NotModified)
        {
            Response.ContentLength = 0;
        }
        return Response.StartAsync(Aborted);
    }

    public void Dispose() => _authentication.Chunks?.Dispose();

    internal static string RawTargetOf(HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    private PayloadReader Reader() => new(Request, _authentication.Payload, _authentication.Chunks);
}
