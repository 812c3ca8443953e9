namespace S3Gen.Encryption;

/// <summary>Short forms.</summary>
public static class S3EncryptionClientExtensions
{
    /// <summary>Gets and decrypts an object; see <see cref="S3EncryptionClient.GetObjectAsync"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="bucket">The bucket that holds the object.</param>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="S3EncryptionException">The object cannot be decrypted.</exception>
    public static Task<DecryptedObject> GetObjectAsync(
        this S3EncryptionClient client, string bucket, string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetObjectAsync(new GetObjectRequest { Bucket = bucket, Key = key }, cancellationToken);
    }
}
