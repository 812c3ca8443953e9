using System.Text;

namespace S3Gen;

/// <summary>
/// Keys in the two forms in which S3 wants them encoded. In all other places a key is given and returned as it is, whatever its
/// characters.
/// </summary>
public static class ObjectKey
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The value of <see cref="CopyObjectRequest.CopySource"/> and <see cref="UploadPartCopyRequest.CopySource"/>.</summary>
    /// <param name="bucket">The bucket that holds the source, or the ARN of an access point.</param>
    /// <param name="key">The source's key, not encoded.</param>
    /// <param name="versionId">The version; null for the current one.</param>
    /// <exception cref="ArgumentException">Bucket or key is empty, or the key holds half a surrogate pair.</exception>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html"/>
    public static string CopySource(string bucket, string key, string? versionId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentException.ThrowIfNullOrEmpty(key);
        string source = bucket.StartsWith("arn:", StringComparison.Ordinal) ? $"{bucket}/object/{Encode(key)}" : $"{bucket}/{Encode(key)}";
        return versionId is null ? source : $"{source}?versionId={Uri.EscapeDataString(versionId)}";
    }

    /// <summary>
    /// Decodes a key, prefix or marker of a listing that was asked for with <see cref="EncodingType.Url"/>, the only form in which S3
    /// lists keys that XML has no place for. Percent signs that begin no escape stay as they are; '+' is a space.
    /// </summary>
    /// <param name="encoded">The key as it was listed.</param>
    /// <returns>The key; escapes whose bytes are no UTF-8 stay as they are.</returns>
    public static string Decode(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        return Uri.UnescapeDataString(encoded.Replace('+', ' '));
    }

    /// <summary>Slashes stay: they part the segments of a key, wherever it stands.</summary>
    private static string Encode(string key)
    {
        try
        {
            Strict.GetByteCount(key);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException("The key holds half a surrogate pair, which cannot be part of a URI.", nameof(key), e);
        }

        return Uri.EscapeDataString(key).Replace("%2F", "/", StringComparison.Ordinal);
    }
}
