using System.Security.Cryptography;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Signing;

/// <summary>
/// Signs the chunks of a body sent as <see cref="PayloadHash.Streaming"/>: each signature covers the one before, the first that of
/// the request. Chunks are signed in order; the last one is empty.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html"/>
internal sealed class ChunkSigner
{
    private readonly byte[] _key;
    private readonly string _prefix;
    private readonly byte[] _previous = new byte[SigV4Signer.SignatureLength];

    /// <summary>Starts with the signature of the request.</summary>
    /// <param name="signer">The signer of the request.</param>
    /// <param name="request">The request.</param>
    /// <param name="authorization">Its <c>Authorization</c> value, which ends with the signature.</param>
    internal ChunkSigner(SigV4Signer signer, in SigningRequest request, ReadOnlySpan<char> authorization)
    {
        _key = signer.KeyFor(request).ToArray();
        string time = SigningTime.Format(request.Time);
        _prefix = $"AWS4-HMAC-SHA256-PAYLOAD\n{time}\n{time[..SigningTime.DateLength]}/{request.Region}/{request.Service}/aws4_request\n";
        System.Text.Ascii.FromUtf16(authorization[^SigV4Signer.SignatureLength..], _previous, out _);
    }

    /// <summary>Signs the next chunk, without allocating.</summary>
    /// <param name="chunk">Its data.</param>
    /// <returns>The signature in lower-case hexadecimal, valid until the next call.</returns>
    internal ReadOnlySpan<byte> Sign(ReadOnlySpan<byte> chunk)
    {
        Utf8Buffer text = new(stackalloc byte[400]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        text.Append(_prefix);
        text.Append(_previous);
        text.Append((byte)'\n');
        text.Append(PayloadHash.Empty);
        text.Append((byte)'\n');
        SHA256.HashData(chunk, hash);
        text.AppendHex(hash);
        HmacSha256.Hash(_key, text.Written, hash);
        text.Dispose();
        Convert.TryToHexStringLower(hash, _previous, out _);
        return _previous;
    }
}
