using System.Security.Cryptography;
using S3Gen.Encryption.Formats;

namespace S3Gen.Encryption.Content;

/// <summary>What content is encrypted with: key, initialization vector, and data that is authenticated beside it. The key is wiped when disposed.</summary>
internal sealed class ContentKey : IDisposable
{
    internal const int Size = 32;

    /// <summary>The number of the committing algorithm, 115, in two bytes.</summary>
    private static readonly byte[] CommittingId = [0x00, 0x73];

    private static readonly byte[] CommittingIv = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

    private ContentKey(byte[] key, byte[] iv, byte[] associated) => (Key, Iv, Associated) = (key, iv, associated);

    internal byte[] Key { get; }

    internal byte[] Iv { get; }

    internal byte[] Associated { get; }

    public void Dispose() => CryptographicOperations.ZeroMemory(Key);

    /// <summary>The data key itself.</summary>
    internal static ContentKey Plain(ReadOnlySpan<byte> dataKey, byte[] iv) => new(dataKey.ToArray(), iv, []);

    /// <summary>The key that HKDF derives, with SHA-512 and the message id as salt.</summary>
    /// <seealso href="https://www.rfc-editor.org/rfc/rfc5869"/>
    internal static ContentKey Derive(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> messageId)
    {
        byte[] key = new byte[Size];
        Expand(dataKey, messageId, "DERIVEKEY"u8, key);
        return new ContentKey(key, CommittingIv, CommittingId);
    }

    /// <summary>What commits to the data key.</summary>
    internal static byte[] Commit(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> messageId)
    {
        byte[] commitment = new byte[ContentHeader.MessageIdSize];
        Expand(dataKey, messageId, "COMMITKEY"u8, commitment);
        return commitment;
    }

    private static void Expand(ReadOnlySpan<byte> dataKey, ReadOnlySpan<byte> messageId, ReadOnlySpan<byte> label, Span<byte> output)
    {
        Span<byte> pseudoRandomKey = stackalloc byte[SHA512.HashSizeInBytes];
        HKDF.Extract(HashAlgorithmName.SHA512, dataKey, messageId, pseudoRandomKey);
        HKDF.Expand(HashAlgorithmName.SHA512, pseudoRandomKey, output, [.. CommittingId, .. label]);
        CryptographicOperations.ZeroMemory(pseudoRandomKey);
    }
}
