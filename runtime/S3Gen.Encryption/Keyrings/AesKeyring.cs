using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Encryption;

/// <summary>Wraps data keys with AES-GCM under a key of 128, 192 or 256 bits: initialization vector (12 bytes), wrapped key, tag (16 bytes).</summary>
public sealed class AesKeyring : IKeyring
{
    private const int IvSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key;
    private bool _isDisposed;

    /// <summary>Takes a copy of a wrapping key.</summary>
    /// <param name="key">16, 24 or 32 bytes; wipe your own copy when it has served.</param>
    /// <param name="description">Tells this key apart from others. Default: empty.</param>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public AesKeyring(ReadOnlySpan<byte> key, IReadOnlyDictionary<string, string>? description = null)
    {
        if (key.Length is not (16 or 24 or 32))
        {
            throw new ArgumentException($"{nameof(key)} has {key.Length} bytes; a key of AES has 16, 24 or 32.", nameof(key));
        }

        _key = GC.AllocateUninitializedArray<byte>(key.Length, pinned: true);
        key.CopyTo(_key);
        Description = description ?? new Dictionary<string, string>();
    }

    /// <inheritdoc/>
    public string Algorithm => "AES/GCM";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Description { get; }

    /// <inheritdoc/>
    public ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> dataKey, string contentAlgorithm, CancellationToken cancellationToken = default)
    {
        byte[] wrapped = new byte[IvSize + dataKey.Length + TagSize];
        Span<byte> iv = wrapped.AsSpan(0, IvSize);
        RandomNumberGenerator.Fill(iv);
        using AesGcm aes = Open();
        aes.Encrypt(iv, dataKey.Span, wrapped.AsSpan(IvSize, dataKey.Length), wrapped.AsSpan(^TagSize..), Encoding.UTF8.GetBytes(contentAlgorithm));
        return new(wrapped);
    }

    /// <inheritdoc/>
    public ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrappedKey, string contentAlgorithm, CancellationToken cancellationToken = default)
    {
        ReadOnlySpan<byte> wrapped = wrappedKey.Span;
        if (wrapped.Length <= IvSize + TagSize)
        {
            throw new S3EncryptionException($"The wrapped data key has {wrapped.Length} bytes, too few for {Algorithm}.");
        }

        byte[] key = new byte[wrapped.Length - IvSize - TagSize];
        using AesGcm aes = Open();
        try
        {
            aes.Decrypt(wrapped[..IvSize], wrapped[IvSize..^TagSize], wrapped[^TagSize..], key, Encoding.UTF8.GetBytes(contentAlgorithm));
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new S3EncryptionException("The data key cannot be unwrapped: it was wrapped with another key or for another algorithm, or was tampered with.", e);
        }

        return new(key);
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        CryptographicOperations.ZeroMemory(_key);
    }

    private AesGcm Open()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return new AesGcm(_key, TagSize);
    }
}
