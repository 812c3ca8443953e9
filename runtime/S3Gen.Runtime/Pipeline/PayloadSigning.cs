using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Signing;

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
    internal const string Header = "x-amz-content-sha256";

    /// <summary>What stands for the body; null if it is its SHA-256, which has to be computed.</summary>
    internal static string? Decide(ServiceCall call, Payload payload)
    {
        if (call.Request.Headers.Find(Header) is { } given)
        {
            return given;
        }

        if (payload.Length == 0)
        {
            return PayloadHash.Empty;
        }

        if ((call.Operation.Flags & OperationFlags.UnsignedPayload) != 0)
        {
            return PayloadHash.Unsigned;
        }

        return payload.IsInMemory || (!call.Endpoint.IsSecure && payload.Body!.IsReplayable) ? null : PayloadHash.Unsigned;
    }
}
