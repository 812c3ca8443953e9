using System.Security.Cryptography;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Signing;

/// <summary>
/// Signs the chunks of a body sent as <see cref="PayloadHash.Streaming"/>, and the trailer that may follow them: each signature covers
/// the one before, the first that of the request. Chunks are signed in order; the last one is empty.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html"/>
internal sealed class ChunkSigner
{
    /// <summary>Chunks have no headers of their own, and yet a line for their hash.</summary>
    private const string HashOfNothing = PayloadHash.Empty + "\n";

    private readonly byte[] _key;
    private readonly string _scope;
    private readonly byte[] _previous = new byte[SigV4Signer.SignatureLength];

    /// <summary>Starts with the signature of the request.</summary>
    /// <param name="signer">The signer of the request.</param>
    /// <param name="request">The request.</param>
    /// <param name="authorization">Its <c>Authorization</c> value, which ends with the signature.</param>
    internal ChunkSigner(SigV4Signer signer, in SigningRequest request, ReadOnlySpan<char> authorization)
    {
        _key = signer.KeyFor(request).ToArray();
        string time = SigningTime.Format(request.Time);
        _scope = $"{time}\n{time[..SigningTime.DateLength]}/{request.Region}/{request.Service}/aws4_request\n";
        System.Text.Ascii.FromUtf16(authorization[^SigV4Signer.SignatureLength..], _previous, out _);
    }

    /// <summary>Signs the next chunk, without allocating.</summary>
    /// <param name="chunk">Its data.</param>
    /// <returns>The signature in lower-case hexadecimal, valid until the next call.</returns>
    internal ReadOnlySpan<byte> Sign(ReadOnlySpan<byte> chunk) => Sign("AWS4-HMAC-SHA256-PAYLOAD\n"u8, HashOfNothing, chunk);

    /// <summary>Signs the trailer, behind the empty chunk.</summary>
    /// <param name="line">Its name in lower case, a colon and its value.</param>
    /// <returns>The signature in lower-case hexadecimal.</returns>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html"/>
    internal ReadOnlySpan<byte> SignTrailer(ReadOnlySpan<byte> line)
    {
        Utf8Buffer ended = new(stackalloc byte[256]);
        ended.Append(line);
        ended.Append((byte)'\n');
        ReadOnlySpan<byte> signature = Sign("AWS4-HMAC-SHA256-TRAILER\n"u8, null, ended.Written);
        ended.Dispose();
        return signature;
    }

    private ReadOnlySpan<byte> Sign(scoped ReadOnlySpan<byte> algorithm, string? headers, scoped ReadOnlySpan<byte> data)
    {
        Utf8Buffer text = new(stackalloc byte[400]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        text.Append(algorithm);
        text.Append(_scope);
        text.Append(_previous);
        text.Append((byte)'\n');
        text.Append(headers);
        SHA256.HashData(data, hash);
        text.AppendHex(hash);
        HmacSha256.Hash(_key, text.Written, hash);
        text.Dispose();
        Convert.TryToHexStringLower(hash, _previous, out _);
        return _previous;
    }
}
