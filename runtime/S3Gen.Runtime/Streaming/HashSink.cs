using System.Security.Cryptography;

namespace S3Gen.Runtime.Streaming;

/// <summary>Hashes a body in a pass of its own.</summary>
internal sealed class HashSink(HashAlgorithmName algorithm) : IBodySink, IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(algorithm);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        _hash.AppendData(piece.Span);
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>The hash in lower-case hexadecimal.</summary>
    internal string ToHex()
    {
        Span<byte> hash = stackalloc byte[64];
        return Convert.ToHexStringLower(hash[.._hash.GetHashAndReset(hash)]);
    }
}
