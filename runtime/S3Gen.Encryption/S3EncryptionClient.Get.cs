using S3Gen.Encryption.Content;
using S3Gen.Encryption.Formats;

namespace S3Gen.Encryption;

/// <content>Reading.</content>
public sealed partial class S3EncryptionClient
{
    /// <summary>Gets and decrypts an object. Unless <see cref="S3EncryptionOptions.ReleaseUnauthenticated"/> is set, it is read to its end and verified first.</summary>
    /// <param name="request">What to get; all of it, no range and no part.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="ArgumentException">The request asks for a range or a part.</exception>
    /// <exception cref="S3EncryptionException">The object is not encrypted, in a format that is not accepted, under another key, not authentic, or longer than <see cref="S3EncryptionOptions.MaxBufferedLength"/>.</exception>
    public async Task<DecryptedObject> GetObjectAsync(GetObjectRequest request, CancellationToken cancellationToken = default)
    {
        (GetObjectResponse response, CipherStream stream, long length, EncryptionFormats format) = await OpenAsync(
            request, _options.ReleaseUnauthenticated ? null : _options.MaxBufferedLength, cancellationToken).ConfigureAwait(false);
        if (_options.ReleaseUnauthenticated)
        {
            return new DecryptedObject(response, stream, length, format);
        }

        byte[] plain = await AuthenticatedContent.ReadAsync(stream, (int)length, cancellationToken).ConfigureAwait(false);
        return new DecryptedObject(response, new MemoryStream(plain, 0, (int)length, writable: false), length, format);
    }

    /// <summary>
    /// Gets and decrypts an object of any length into a file. The file appears, or is replaced, when all of it is authenticated; if it is
    /// not, nothing is left behind.
    /// </summary>
    /// <param name="request">What to get; all of it, no range and no part.</param>
    /// <param name="path">The file. Until the end, plaintext lies beside it in a file that others cannot open.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="ArgumentException">The request asks for a range or a part.</exception>
    /// <exception cref="S3EncryptionException">The object is not encrypted, in a format that is not accepted, under another key, or not authentic.</exception>
    public async Task GetObjectToFileAsync(GetObjectRequest request, string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CipherStream stream = (await OpenAsync(request, maxLength: null, cancellationToken).ConfigureAwait(false)).Stream;
        await using (stream.ConfigureAwait(false))
        {
            await PartialFile.WriteAsync(stream, path, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(GetObjectResponse Response, CipherStream Stream, long Length, EncryptionFormats Format)> OpenAsync(
        GetObjectRequest request, long? maxLength, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        RefusePart(request.Range is not null, nameof(request.Range), nameof(request));
        RefusePart(request.PartNumber is not null, nameof(request.PartNumber), nameof(request));
        GetObjectResponse response = await _client.GetObjectAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            ContentHeader header = await ReadHeaderAsync(request, response, cancellationToken).ConfigureAwait(false);
            long length = PlainLengthOf(response, header, maxLength);
            using ContentKey key = await KeyUnwrapper.UnwrapAsync(header, _options, cancellationToken).ConfigureAwait(false);
            return (response, new CipherStream(response.Body, new ContentCipher(key, isEncrypting: false), response), length, header.Format);
        }
        catch
        {
            await response.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ContentHeader> ReadHeaderAsync(GetObjectRequest request, GetObjectResponse response, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> metadata = response.Metadata;
        if (!HeaderReader.HasKey(metadata) && _options.InstructionFileSuffix is { } suffix)
        {
            metadata = await InstructionFile.CompleteAsync(_client, request, metadata, suffix, cancellationToken).ConfigureAwait(false);
        }

        return HeaderReader.Read(metadata, _options.AcceptedFormats);
    }

    private static long PlainLengthOf(GetObjectResponse response, ContentHeader header, long? maxLength)
    {
        long length = (response.ContentLength ?? throw new S3EncryptionException("The service did not tell the object's length.")) - ContentHeader.TagSize;
        return length < 0 || (header.PlainLength is { } told && told != length)
                ? throw new S3EncryptionException("The object's length does not fit its metadata; it was cut short or tampered with.")
            : length > maxLength
                ? throw new S3EncryptionException(
                    $"The object has {length} bytes, more than are held in memory until they are authenticated: raise {nameof(S3EncryptionOptions.MaxBufferedLength)} "
                    + $"({maxLength}), use {nameof(GetObjectToFileAsync)}, or set {nameof(S3EncryptionOptions.ReleaseUnauthenticated)}.")
            : length;
    }

    private static void RefusePart(bool isAskedFor, string member, string parameter)
    {
        if (isAskedFor)
        {
            throw new ArgumentException($"GetObjectRequest.{member} asks for part of an object, which cannot be authenticated: get all of it.", parameter);
        }
    }
}
