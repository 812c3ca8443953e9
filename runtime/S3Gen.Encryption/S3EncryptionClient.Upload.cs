using S3Gen.Encryption.Content;
using S3Gen.Encryption.Formats;

namespace S3Gen.Encryption;

/// <content>Writing of what is long, or of unknown length.</content>
public sealed partial class S3EncryptionClient
{
    /// <summary>
    /// Stores a stream of any length, known or not, encrypted: in one request where it is small, in parts where it is not. Each part is
    /// encrypted once and kept until it has arrived, so that one that is tried again is the same ciphertext.
    /// </summary>
    /// <param name="transfer">What sends the ciphertext; sizes of parts, concurrency and bandwidth are its own.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The object's key.</param>
    /// <param name="content">The plaintext, read from where it stands to its end. It stays open.</param>
    /// <param name="options">What is kept with the object, and how; null for the defaults. Progress and checksums are those of the ciphertext.</param>
    /// <param name="cancellationToken">Gives the upload up.</param>
    /// <returns>The object; its size is that of the ciphertext, 16 bytes more than the plaintext's.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read, the metadata has names of the format, or <see cref="UploadOptions.StateFile"/> is set. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The content is longer than the 64 GiB that AES-GCM takes; the upload was aborted.</exception>
    /// <exception cref="TransferException">The upload could not be aborted.</exception>
    /// <exception cref="S3Exception">The service refused a request, or could not be reached.</exception>
    public async Task<UploadResult> UploadAsync(
        S3Transfer transfer, string bucket, string key, Stream content, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(content));
        }

        options ??= new UploadOptions();
        EncryptedRequest.CheckMetadata(options.Settings.Metadata, $"{nameof(UploadOptions)}.{nameof(UploadOptions.Settings)}.{nameof(ObjectSettings.Metadata)}", nameof(options));
        (ContentHeader header, ContentKey contentKey) = await CreateKeyAsync(plainLength: null, cancellationToken).ConfigureAwait(false);
        CipherStream encrypted;
        using (contentKey)
        {
            encrypted = new CipherStream(content, new ContentCipher(contentKey, isEncrypting: true), owner: null);
        }

        await using (encrypted.ConfigureAwait(false))
        {
            ObjectSettings settings = options.Settings with { Metadata = HeaderWriter.AddTo(options.Settings.Metadata, header) };
            return await transfer.UploadAsync(bucket, key, encrypted, options with { Settings = settings }, cancellationToken).ConfigureAwait(false);
        }
    }
}
