using System.Security.Cryptography;
using System.Text;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Auth;

/// <summary>The chain of signatures over the chunks of a body: each one signs the one before it, beginning with the request's own.</summary>
internal sealed class ChunkSignatures(SignatureClaim claim, byte[] key) : IDisposable
{
    private static readonly string EmptyHash = Convert.ToHexStringLower(SHA256.HashData([]));
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string _previous = claim.Signature;

    internal void BeginChunk() => _ = _hash.GetHashAndReset();

    internal void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    internal void EndChunk(string? signature)
    {
        string hash = Convert.ToHexStringLower(_hash.GetHashAndReset());
        Verify($"AWS4-HMAC-SHA256-PAYLOAD\n{claim.Timestamp}\n{claim.Scope}\n{_previous}\n{EmptyHash}\n{hash}", signature);
    }

    internal void VerifyTrailer(string canonicalTrailer, string? signature)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(canonicalTrailer)));
        Verify($"AWS4-HMAC-SHA256-TRAILER\n{claim.Timestamp}\n{claim.Scope}\n{_previous}\n{hash}", signature);
    }

    public void Dispose() => _hash.Dispose();

    private void Verify(string stringToSign, string? provided)
    {
        string expected = Signatures.Compute(key, stringToSign);
        if (!Signatures.AreEqual(expected, provided))
        {
            throw AuthFaults.SignatureDoesNotMatch(claim.Scope.AccessKeyId, stringToSign, provided ?? "", canonicalRequest: null);
        }
        _previous = expected;
    }
}
