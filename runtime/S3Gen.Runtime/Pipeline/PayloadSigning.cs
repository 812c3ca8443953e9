using System.Security.Cryptography;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Signing;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.Pipeline;

/// <summary>
/// Decides what stands for the body in the signature, once for all attempts:
/// <list type="bullet">
/// <item>the caller's <c>x-amz-content-sha256</c>, if there is one;</item>
/// <item>without a body, the hash of nothing;</item>
/// <item>where the operation says so, nothing (<c>UNSIGNED-PAYLOAD</c>);</item>
/// <item>of a body in memory, its SHA-256;</item>
/// <item>of a stream, nothing over TLS, which protects it already and saves a pass over it;</item>
/// <item>of a stream over plain HTTP, its SHA-256 from a first pass, if it can be read twice. One that cannot is sent unsigned:
/// stores that are reached without TLS accept it, and holding it in memory has no bound.</item>
/// </list>
/// </summary>
internal static class PayloadSigning
{
    internal static ValueTask<string> HashAsync(ServiceCall call, Payload payload)
    {
        if (call.Request.Headers.Find(RequestSigner.PayloadHashHeader) is { } given)
        {
            return new(given);
        }

        if (payload.Length == 0)
        {
            return new(PayloadHash.Empty);
        }

        if ((call.Operation.Flags & OperationFlags.UnsignedPayload) != 0)
        {
            return new(PayloadHash.Unsigned);
        }

        if (payload.Body is null || payload.Body.TryGetMemory(out _))
        {
            return new(PayloadHash.Compute(payload.Memory.Span));
        }

        return call.Endpoint.IsSecure || !payload.Body.IsReplayable
            ? new(PayloadHash.Unsigned)
            : HashStreamAsync(payload.Body, payload.Length, call.CallerToken);
    }

    private static async ValueTask<string> HashStreamAsync(RequestBody body, long length, CancellationToken cancellationToken)
    {
        using HashSink sink = new(HashAlgorithmName.SHA256);
        await body.CopyToAsync(sink, length, cancellationToken).ConfigureAwait(false);
        return sink.ToHex();
    }
}
