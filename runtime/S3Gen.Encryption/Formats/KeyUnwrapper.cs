using System.Security.Cryptography;
using S3Gen.Encryption.Content;

namespace S3Gen.Encryption.Formats;

/// <summary>Finds the keyring that unwraps an object's data key, and derives the content's key after checking the commitment to it.</summary>
internal static class KeyUnwrapper
{
    /// <exception cref="S3EncryptionException">No keyring unwraps the key, or the commitment is to another.</exception>
    internal static async Task<ContentKey> UnwrapAsync(ContentHeader header, S3EncryptionOptions options, CancellationToken cancellationToken)
    {
        byte[] dataKey = await FindAsync(header, options, cancellationToken).ConfigureAwait(false);
        try
        {
            if (dataKey.Length != ContentKey.Size)
            {
                throw new S3EncryptionException($"The data key has {dataKey.Length} bytes instead of {ContentKey.Size}.");
            }

            if (header.Format == EncryptionFormats.AesGcm)
            {
                return ContentKey.Plain(dataKey, header.Nonce);
            }

            return CryptographicOperations.FixedTimeEquals(ContentKey.Commit(dataKey, header.Nonce), header.Commitment)
                ? ContentKey.Derive(dataKey, header.Nonce)
                : throw new S3EncryptionException("The object commits to another key than it was wrapped with; it was tampered with.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    private static async Task<byte[]> FindAsync(ContentHeader header, S3EncryptionOptions options, CancellationToken cancellationToken)
    {
        S3EncryptionException? failure = null;
        foreach (IKeyring keyring in Candidates(header, options))
        {
            try
            {
                return await keyring.UnwrapAsync(header.WrappedKey, header.ContentAlgorithm, cancellationToken).ConfigureAwait(false);
            }
            catch (S3EncryptionException e)
            {
                failure = e;
            }
        }

        throw failure ?? new S3EncryptionException($"The data key was wrapped with {header.WrapAlgorithm}, which no keyring of the client does.");
    }

    /// <summary>The keyrings of the right algorithm, those that the object's description names first.</summary>
    private static IEnumerable<IKeyring> Candidates(ContentHeader header, S3EncryptionOptions options) =>
        options.FormerKeyrings.Prepend(options.Keyring)
            .Where(keyring => keyring.Algorithm == header.WrapAlgorithm)
            .OrderByDescending(keyring => MaterialDescription.AreEqual(keyring.Description, header.Description));
}
