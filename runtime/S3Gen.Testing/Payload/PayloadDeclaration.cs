using System.Buffers;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Payload;

/// <summary>What <c>x-amz-content-sha256</c> says of the body: its hash, its chunked form, or nothing.</summary>
/// <param name="Value">The header as it came; it is the last line of the canonical request.</param>
/// <param name="Sha256">The lower-case hash to verify, where the value is one.</param>
/// <param name="IsChunked">The body is aws-chunked.</param>
/// <param name="HasSignedChunks">Each chunk carries a signature that hangs on the one before.</param>
/// <param name="HasTrailer">The last chunk is followed by trailing headers.</param>
internal sealed record PayloadDeclaration(string Value, string? Sha256, bool IsChunked, bool HasSignedChunks, bool HasTrailer)
{
    internal const string Unsigned = "UNSIGNED-PAYLOAD";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    internal static readonly PayloadDeclaration Undeclared = new(Unsigned, null, false, false, false);

    internal static PayloadDeclaration Parse(string value) => value switch
    {
        Unsigned => Undeclared,
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" => new(value, null, IsChunked: true, HasSignedChunks: true, HasTrailer: false),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => new(value, null, IsChunked: true, HasSignedChunks: true, HasTrailer: true),
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => new(value, null, IsChunked: true, HasSignedChunks: false, HasTrailer: true),
        { Length: 64 } when !value.AsSpan().ContainsAnyExcept(HexDigits) => new(value, value.ToLowerInvariant(), false, false, false),
        _ when value.StartsWith("STREAMING-AWS4-ECDSA", StringComparison.Ordinal) => throw Faults.NotImplemented("x-amz-content-sha256"),
        _ => throw Faults.InvalidArgument(
            "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
            "x-amz-content-sha256",
            value),
    };
}
