using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Encryption;

/// <summary>
/// Wraps data keys with RSA-OAEP (SHA-1, as the format has it; OAEP needs no collision resistance). What is encrypted is the key's length
/// in one byte, the key, and the name of the algorithm that it is for. With a public key alone objects can be written, not read.
/// </summary>
public sealed class RsaKeyring : IKeyring
{
    private const int MinKeySize = 2048;

    private readonly RSA _key;
    private readonly Lock _gate = new();

    /// <summary>Takes a key pair, or a public key, over.</summary>
    /// <param name="key">The key, of at least 2048 bits. The keyring disposes it.</param>
    /// <param name="description">Tells this key apart from others. Default: empty.</param>
    /// <exception cref="ArgumentException">The key is shorter.</exception>
    public RsaKeyring(RSA key, IReadOnlyDictionary<string, string>? description = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.KeySize < MinKeySize)
        {
            throw new ArgumentException($"{nameof(key)} has {key.KeySize} bits; at least {MinKeySize} are needed.", nameof(key));
        }

        _key = key;
        Description = description ?? new Dictionary<string, string>();
    }

    /// <inheritdoc/>
    public string Algorithm => "RSA-OAEP-SHA1";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Description { get; }

    /// <inheritdoc/>
    [SuppressMessage("Security", "CA5350", Justification = "The published format prescribes OAEP with SHA-1.")]
    public ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> dataKey, string contentAlgorithm, CancellationToken cancellationToken = default)
    {
        byte[] text = [(byte)dataKey.Length, .. dataKey.Span, .. Encoding.UTF8.GetBytes(contentAlgorithm)];
        try
        {
            lock (_gate)
            {
                return new(_key.Encrypt(text, RSAEncryptionPadding.OaepSHA1));
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <inheritdoc/>
    [SuppressMessage("Security", "CA5350", Justification = "The published format prescribes OAEP with SHA-1.")]
    public ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrappedKey, string contentAlgorithm, CancellationToken cancellationToken = default)
    {
        byte[] text = Decrypt(wrappedKey.Span);
        try
        {
            int length = text.Length > 0 ? text[0] : 0;
            return length > 0 && length < text.Length && text.AsSpan(1 + length).SequenceEqual(Encoding.UTF8.GetBytes(contentAlgorithm))
                ? new(text.AsSpan(1, length).ToArray())
                : throw new S3EncryptionException("The data key cannot be unwrapped: it was wrapped for another algorithm, or was tampered with.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>Disposes the key.</summary>
    public void Dispose() => _key.Dispose();

    private byte[] Decrypt(ReadOnlySpan<byte> wrapped)
    {
        try
        {
            lock (_gate)
            {
                return _key.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA1);
            }
        }
        catch (CryptographicException e)
        {
            throw new S3EncryptionException("The data key cannot be unwrapped: it was wrapped with another key, or was tampered with, or the keyring has no private key.", e);
        }
    }
}
