using System.Security.Cryptography;
using S3Gen.Encryption.Content;
using S3Gen.Encryption.Formats;
using S3Gen.Runtime;

namespace S3Gen.Encryption;

/// <summary>
/// Encrypts objects before they are sent, and decrypts them after, in the formats of the Amazon S3 Encryption Client: each object under
/// a data key of its own, which is stored with it, wrapped by a keyring. It is thread-safe. Client and keyrings belong to the caller.
/// </summary>
/// <remarks>Keys, names, metadata and lengths of objects are not encrypted.</remarks>
/// <seealso href="https://docs.aws.amazon.com/amazon-s3-encryption-client/latest/developerguide/what-is-s3-encryption-client.html"/>
public sealed partial class S3EncryptionClient
{
    /// <summary>Most bytes that GCM encrypts under one key and initialization vector (NIST SP 800-38D).</summary>
    private const long MaxPlainLength = (1L << 36) - 32;

    private readonly IS3Client _client;
    private readonly S3EncryptionOptions _options;

    /// <summary>Puts encryption before a client.</summary>
    /// <param name="client">What sends and receives.</param>
    /// <param name="options">Keyrings, and what is accepted.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public S3EncryptionClient(IS3Client client, S3EncryptionOptions options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _client = client;
        _options = options;
    }

    /// <summary>Stores an object encrypted. It is encrypted while it is sent, in memory that does not depend on its length.</summary>
    /// <param name="request">What to store. The body's length has to be known, by itself or by ContentLength (of the plaintext).</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>What the service answered; entity tag and checksums are those of the ciphertext.</returns>
    /// <exception cref="ArgumentException">The request has members that encryption cannot honour (checksums of the plaintext, an offset to append at), metadata of the format's names, or a body of unknown length. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The body changed between two attempts.</exception>
    public async Task<PutObjectResponse> PutObjectAsync(PutObjectRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        EncryptedRequest.Check(request);
        RequestBody plain = request.Body ?? RequestBody.FromBytes(default);
        long length = LengthOf(request, plain);
        (ContentHeader header, ContentKey key) = await CreateKeyAsync(length, cancellationToken).ConfigureAwait(false);
        using (key)
        {
            Dictionary<string, string> metadata = HeaderWriter.AddTo(request.Metadata, header);
            EncryptedRequestBody body = new(plain, length, key);
            return await _client.PutObjectAsync(EncryptedRequest.With(request, body, metadata), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A data key of its own for an object, wrapped, and what is derived from it.</summary>
    private async Task<(ContentHeader Header, ContentKey Key)> CreateKeyAsync(long? plainLength, CancellationToken cancellationToken)
    {
        byte[] dataKey = RandomNumberGenerator.GetBytes(ContentKey.Size);
        try
        {
            ContentHeader header = await WrapAsync(dataKey, plainLength, cancellationToken).ConfigureAwait(false);
            return (header, header.Format == EncryptionFormats.AesGcm ? ContentKey.Plain(dataKey, header.Nonce) : ContentKey.Derive(dataKey, header.Nonce));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    private async Task<ContentHeader> WrapAsync(byte[] dataKey, long? plainLength, CancellationToken cancellationToken)
    {
        bool isCommitting = _options.Format == EncryptionFormats.CommittingAesGcm;
        byte[] nonce = RandomNumberGenerator.GetBytes(isCommitting ? ContentHeader.MessageIdSize : ContentHeader.IvSize);
        IKeyring keyring = _options.Keyring;
        return new ContentHeader
        {
            Format = _options.Format,
            WrapAlgorithm = keyring.Algorithm,
            WrappedKey = await keyring.WrapAsync(dataKey, ContentHeader.AlgorithmOf(_options.Format), cancellationToken).ConfigureAwait(false),
            Nonce = nonce,
            Commitment = isCommitting ? ContentKey.Commit(dataKey, nonce) : [],
            Description = keyring.Description,
            PlainLength = plainLength,
        };
    }

    private static long LengthOf(PutObjectRequest request, RequestBody body)
    {
        long length = body.Length ?? request.ContentLength ?? throw new ArgumentException(
            "PutObjectRequest.Body has no known length: pass contentLength to RequestBody.From…, or set ContentLength.", nameof(request));
        return request.ContentLength is { } declared && declared != length
                ? throw new ArgumentException($"PutObjectRequest.ContentLength is {declared}, but the body has {length} bytes.", nameof(request))
            : length > MaxPlainLength
                ? throw new ArgumentException($"PutObjectRequest.Body has {length} bytes, more than the {MaxPlainLength} that AES-GCM takes.", nameof(request))
            : length;
    }
}
