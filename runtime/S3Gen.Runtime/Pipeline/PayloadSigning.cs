using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Signing;
using S3Gen.Runtime.Streaming;

namespace S3Gen.Runtime.Pipeline;

/// <summary>
/// Decides what stands for the body in the signature, and where a checksum goes that the request lacks, once for all attempts. The
/// first row that fits counts:
/// <list type="table">
/// <listheader><term>Body</term><description>Signature; checksum</description></listheader>
/// <item><term>the caller gave <c>x-amz-content-sha256</c></term><description>that; header</description></item>
/// <item><term>none, or empty</term><description>the hash of nothing; header</description></item>
/// <item><term>of an operation that never signs it</term><description><c>UNSIGNED-PAYLOAD</c>; header</description></item>
/// <item><term>in memory, but for content of more than 64 KiB over TLS, where hashing would be most of the work</term><description>its SHA-256; header</description></item>
/// <item><term>in memory</term><description><c>UNSIGNED-PAYLOAD</c>; header</description></item>
/// <item><term>a stream over TLS, which protects it already, without checksum</term><description><c>UNSIGNED-PAYLOAD</c></description></item>
/// <item><term>a short stream over TLS that can be read again</term><description><c>UNSIGNED-PAYLOAD</c>; header, from memory</description></item>
/// <item><term>a stream over TLS, if it is read once or the store is known to take trailers</term><description><c>STREAMING-UNSIGNED-PAYLOAD-TRAILER</c>; trailer, so that it is read once</description></item>
/// <item><term>a stream over plain HTTP that can be read again</term><description>its SHA-256; header, both from a first pass</description></item>
/// <item><term>a stream over plain HTTP</term><description><c>STREAMING-AWS4-HMAC-SHA256-PAYLOAD</c>; or <c>…-TRAILER</c> with the checksum as trailer</description></item>
/// </list>
/// Where the client sends no chunks (<see cref="ClientOptions.ChunkedEncoding"/>), the operation's body is no stream, or the signature is
/// asymmetric over plain HTTP, the rows with chunks are <c>UNSIGNED-PAYLOAD</c> and a header, which a stream that is read once cannot have.
/// </summary>
/// <param name="Hash">What stands for the body; null if it is its SHA-256, which has to be computed.</param>
/// <param name="IsChunked">Whether the body is sent in chunks; a checksum is their trailer then.</param>
internal readonly record struct PayloadSigning(string? Hash, bool IsChunked = false)
{
    internal const string Header = "x-amz-content-sha256";

    internal static PayloadSigning Decide(ServiceCall call, Payload payload, bool hasChecksum, ChunkedEncoding chunks)
    {
        if (call.Request.Headers.Find(Header) is { } given)
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

        bool isContent = (call.Operation.Flags & OperationFlags.StreamingBody) != 0;
        if (payload.IsInMemory)
        {
            return new(isContent && call.Endpoint.IsSecure && payload.Length > SmallBody.MaxLength ? PayloadHash.Unsigned : null);
        }

        bool takesChunks = isContent && chunks != ChunkedEncoding.Never;
        return call.Endpoint.IsSecure
            ? OverTls(payload, hasChecksum, takesChunks && (chunks == ChunkedEncoding.WhenSupported || !payload.Body!.IsReplayable))
            : OverPlainHttp(payload, hasChecksum, takesChunks && call.Endpoint.SigningScheme != SigningScheme.SigV4a);
    }

    private static PayloadSigning OverTls(Payload payload, bool hasChecksum, bool takesChunks)
    {
        bool isReadTwiceCheaply = payload.Length <= SmallBody.MaxLength && payload.Body!.IsReplayable;
        return hasChecksum && takesChunks && !isReadTwiceCheaply
            ? new(PayloadHash.StreamingUnsignedWithTrailer, IsChunked: true)
            : new(PayloadHash.Unsigned);
    }

    private static PayloadSigning OverPlainHttp(Payload payload, bool hasChecksum, bool takesChunks)
    {
        if (payload.Body!.IsReplayable)
        {
            return new(Hash: null);
        }

        return takesChunks
            ? new(hasChecksum ? PayloadHash.StreamingWithTrailer : PayloadHash.Streaming, IsChunked: true)
            : new(PayloadHash.Unsigned);
    }
}
