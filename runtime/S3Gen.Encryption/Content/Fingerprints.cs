using System.Security.Cryptography;

namespace S3Gen.Encryption.Content;

/// <summary>
/// Makes sure that a body that is read again is the same: under one key and initialization vector, GCM must never encrypt two different
/// texts. Each piece is compared before its ciphertext leaves.
/// </summary>
internal sealed class Fingerprints
{
    private const int Size = 16;

    private readonly List<UInt128> _known = [];
    private int _next;

    /// <summary>A new pass over the body begins.</summary>
    internal void Restart() => _next = 0;

    /// <exception cref="InvalidOperationException">The piece differs from that of the pass before.</exception>
    internal void Check(ReadOnlySpan<byte> piece)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(piece, hash);
        UInt128 print = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash[..Size]);
        if (_next == _known.Count)
        {
            _known.Add(print);
        }
        else if (_known[_next] != print)
        {
            throw new InvalidOperationException("The request's body changed between two attempts to send it; it must not, as both would be encrypted with one key.");
        }

        _next++;
    }
}
