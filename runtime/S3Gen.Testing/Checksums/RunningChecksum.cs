using System.IO.Hashing;
using System.Security.Cryptography;

namespace S3Gen.Testing.Checksums;

/// <summary>A digest under way, whatever library it comes from.</summary>
internal abstract class RunningChecksum : IDisposable
{
    internal abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>The digest in the byte order of the wire.</summary>
    internal abstract byte[] Finish();

    public abstract void Dispose();

    internal static RunningChecksum Of(NonCryptographicHashAlgorithm algorithm, bool littleEndian = false) => new Plain(algorithm, littleEndian);

    internal static RunningChecksum Of(HashAlgorithmName algorithm) => new Cryptographic(IncrementalHash.CreateHash(algorithm));

    private sealed class Plain(NonCryptographicHashAlgorithm algorithm, bool littleEndian) : RunningChecksum
    {
        internal override void Append(ReadOnlySpan<byte> bytes) => algorithm.Append(bytes);

        internal override byte[] Finish()
        {
            byte[] digest = algorithm.GetHashAndReset();
            if (littleEndian)
            {
                Array.Reverse(digest);
            }
            return digest;
        }

        public override void Dispose()
        {
        }
    }

    private sealed class Cryptographic(IncrementalHash hash) : RunningChecksum
    {
        internal override void Append(ReadOnlySpan<byte> bytes) => hash.AppendData(bytes);

        internal override byte[] Finish() => hash.GetHashAndReset();

        public override void Dispose() => hash.Dispose();
    }
}
