using System.Security.Cryptography;

namespace S3Gen.Encryption.Content;

/// <summary>Plaintext that is held back until all of it is authenticated.</summary>
internal static class AuthenticatedContent
{
    /// <summary>Reads a decrypting stream to its end, into memory.</summary>
    /// <param name="stream">The stream; it is disposed.</param>
    /// <param name="length">Length of the plaintext in bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="S3EncryptionException">The content is not authentic.</exception>
    internal static async Task<byte[]> ReadAsync(CipherStream stream, int length, CancellationToken cancellationToken)
    {
        // One byte more than is due finds the end, and content that is longer than its headers say.
        byte[] plain = new byte[length + 1];
        try
        {
            await using (stream.ConfigureAwait(false))
            {
                int read = await stream.ReadAtLeastAsync(plain, plain.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                return read == length ? plain : throw new S3EncryptionException($"The content has not the {length} bytes that it should have.");
            }
        }
        catch
        {
            CryptographicOperations.ZeroMemory(plain);
            throw;
        }
    }
}
