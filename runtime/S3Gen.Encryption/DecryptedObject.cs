namespace S3Gen.Encryption;

/// <summary>An object that was decrypted. Dispose it.</summary>
public sealed class DecryptedObject : IDisposable, IAsyncDisposable
{
    internal DecryptedObject(GetObjectResponse response, Stream content, long contentLength, EncryptionFormats format)
    {
        Response = response;
        Content = content;
        ContentLength = contentLength;
        Format = format;
        Metadata = response.Metadata.Where(static entry => !Formats.MetadataKeys.IsReserved(entry.Key)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The plaintext. It is authenticated already, unless <see cref="S3EncryptionOptions.ReleaseUnauthenticated"/> is set: then only its end tells, with an <see cref="S3EncryptionException"/> if it is not.</summary>
    public Stream Content { get; }

    /// <summary>Length of the plaintext in bytes.</summary>
    public long ContentLength { get; }

    /// <summary>The format that the object is stored in.</summary>
    public EncryptionFormats Format { get; }

    /// <summary>The user's metadata, without what belongs to the format. It is not encrypted, and nothing authenticates it.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>What the service answered: headers and ids. Its body is the ciphertext, which is read already; its length and checksums are those of the ciphertext.</summary>
    public GetObjectResponse Response { get; }

    /// <summary>Gives the connection back, if the content still needs it, and forgets the content.</summary>
    public void Dispose() => Content.Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
