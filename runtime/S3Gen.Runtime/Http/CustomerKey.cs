using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace S3Gen.Runtime.CodeGen;

/// <summary>What goes with a key that the caller provides for encryption by the service (SSE-C).</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CustomerKey
{
    /// <summary>A key has 256 bits.</summary>
    internal const int Size = 32;

    /// <summary>The only algorithm there is, where there is a key.</summary>
    /// <param name="key">The key; null gives null.</param>
    [return: NotNullIfNotNull(nameof(key))]
    public static string? Algorithm(string? key) => key is null ? null : "AES256";

    /// <summary>The base64 of the key's MD5 digest, by which the service finds errors on the way.</summary>
    /// <param name="key">Base64 of 32 bytes; null gives null.</param>
    [return: NotNullIfNotNull(nameof(key))]
    [SuppressMessage("Security", "CA5351", Justification = "The service demands MD5; it guards against errors, not against attackers.")]
    public static string? Digest(string? key)
    {
        if (key is null)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Size];
        Span<byte> digest = stackalloc byte[MD5.HashSizeInBytes];
        try
        {
            _ = TryDecode(key, bytes);
            MD5.HashData(bytes, digest);
            return Convert.ToBase64String(digest);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Decodes a key; false if it is not base64 of 32 bytes.</summary>
    internal static bool TryDecode(string key, Span<byte> bytes) => Convert.TryFromBase64String(key, bytes, out int written) && written == Size;
}
