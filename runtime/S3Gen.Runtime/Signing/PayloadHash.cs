using System.Security.Cryptography;

namespace S3Gen.Runtime.Signing;

/// <summary>What may stand for the body in a canonical request and in <c>x-amz-content-sha256</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html"/>
internal static class PayloadHash
{
    /// <summary>SHA-256 of no bytes.</summary>
    internal const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The body is not signed; S3 accepts that over TLS, and for presigned URLs.</summary>
    internal const string Unsigned = "UNSIGNED-PAYLOAD";

    /// <summary>The body is aws-chunked, each chunk signed in turn.</summary>
    internal const string Streaming = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

    /// <summary>As <see cref="Streaming"/>, and signed trailers follow.</summary>
    internal const string StreamingWithTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";

    /// <summary>The body is aws-chunked and not signed, and trailers (a checksum) follow.</summary>
    internal const string StreamingUnsignedWithTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    /// <summary>The lower-case hexadecimal SHA-256 of a body.</summary>
    internal static string Compute(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return Empty;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return Convert.ToHexStringLower(hash);
    }
}
