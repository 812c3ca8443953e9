namespace S3Gen.Encryption;

/// <summary>
/// An object cannot be decrypted: it is not encrypted, in a format that is not accepted, under another key, cut short or tampered with.
/// The message never holds keys or content.
/// </summary>
public sealed class S3EncryptionException : Exception
{
    /// <summary>Makes an exception without a reason.</summary>
    public S3EncryptionException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">Why the object cannot be decrypted.</param>
    public S3EncryptionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">Why the object cannot be decrypted.</param>
    /// <param name="innerException">The cause.</param>
    public S3EncryptionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
