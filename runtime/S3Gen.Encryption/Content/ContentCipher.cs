using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using S3Gen.Encryption.Formats;

namespace S3Gen.Encryption.Content;

/// <summary>AES-256-GCM over a stream of pieces, with a tag of 16 bytes at the end. .NET's own takes whole messages only.</summary>
internal sealed class ContentCipher
{
    private readonly GcmBlockCipher _cipher = new(AesUtilities.CreateEngine());

    internal ContentCipher(ContentKey key, bool isEncrypting) =>
        _cipher.Init(isEncrypting, new AeadParameters(new KeyParameter(key.Key), ContentHeader.TagSize * 8, key.Iv, key.Associated));

    /// <summary>How much room the next piece, or the end, may need.</summary>
    internal static int RoomFor(int length) => length + (2 * ContentHeader.TagSize);

    /// <summary>Encrypts or decrypts a piece.</summary>
    /// <returns>How many bytes were written.</returns>
    internal int Process(ReadOnlySpan<byte> input, Span<byte> output) => input.IsEmpty ? 0 : _cipher.ProcessBytes(input, output);

    /// <summary>Writes what is left: with encryption the tag too. With decryption the tag is verified.</summary>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="S3EncryptionException">The tag does not fit the content.</exception>
    internal int Finish(Span<byte> output)
    {
        try
        {
            return _cipher.DoFinal(output);
        }
        catch (InvalidCipherTextException e)
        {
            throw new S3EncryptionException("The content is not authentic: it was cut short, tampered with, or encrypted with another key.", e);
        }
    }
}
