using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Presigning;

/// <summary>
/// What a presigned URL says of the body. Content is for the holder to bring, so the signature cannot cover it, and only its type,
/// length and checksums are signed headers. A document is known beforehand: it is handed out with the URL.
/// </summary>
internal static class PresignPayload
{
    private const string ContentLength = "content-length";

    /// <remarks>An empty body says as much as none: some operations require one.</remarks>
    /// <exception cref="ArgumentException">The request has content, or names a checksum's algorithm without the checksum.</exception>
    internal static async ValueTask<Payload> SettleAsync(ServiceCall call, PayloadBuilder payloads)
    {
        if ((call.Operation.Flags & OperationFlags.StreamingBody) == 0)
        {
            Payload document = await payloads.BuildDocumentAsync(call).ConfigureAwait(false);
            return ServiceSigning.SignsDocuments(call.Endpoint) ? document : document.WithHash(PayloadHash.Unsigned);
        }

        string request = $"{call.Operation.Name}Request";
        if (call.Request.Body is { Length: not 0 })
        {
            throw InvalidRequest.Because($"{request}.Body is not part of a presigned URL: leave it out, or empty where it is required; whoever holds the URL sends it.");
        }

        if (PayloadChecksum.FindMissing(call, ChecksumPolicy.WhenRequired) is not null)
        {
            throw InvalidRequest.Because(
                $"{request} asks for a checksum, which cannot be computed without the body: give the checksum itself, or leave the algorithm out.");
        }

        if (call.Request.DeclaredLength is { } length)
        {
            call.Request.Headers.Set(ContentLength, length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return default(Payload).WithHash(PayloadHash.Unsigned);
    }
}
