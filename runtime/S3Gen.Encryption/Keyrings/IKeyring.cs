namespace S3Gen.Encryption;

/// <summary>
/// Wraps data keys, of which every object has one of its own, with a key that its owner keeps. Implementations are thread-safe, and
/// wipe the wrapping key when they are disposed.
/// </summary>
public interface IKeyring : IDisposable
{
    /// <summary>How keys are wrapped, as the metadata names it: <c>AES/GCM</c> or <c>RSA-OAEP-SHA1</c>.</summary>
    string Algorithm { get; }

    /// <summary>Tells wrapping keys apart; it is stored with each object, readable by all, and says which key to unwrap with first.</summary>
    IReadOnlyDictionary<string, string> Description { get; }

    /// <summary>Wraps a data key.</summary>
    /// <param name="dataKey">The key, 32 bytes.</param>
    /// <param name="contentAlgorithm">The algorithm that the key is for, which the wrapping binds it to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> dataKey, string contentAlgorithm, CancellationToken cancellationToken = default);

    /// <summary>Unwraps a data key.</summary>
    /// <param name="wrappedKey">What <see cref="WrapAsync"/> returned.</param>
    /// <param name="contentAlgorithm">The algorithm that the key was wrapped for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The key; the caller wipes it.</returns>
    /// <exception cref="S3EncryptionException">It was wrapped with another key or for another algorithm, or was tampered with.</exception>
    ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrappedKey, string contentAlgorithm, CancellationToken cancellationToken = default);
}
