using S3Gen.Runtime;

namespace S3Gen.Encryption.Formats;

/// <summary>Another object that holds what the metadata lacks: all of version 2, the wrapped key and its wrapping of version 3.</summary>
internal static class InstructionFile
{
    private const int MaxLength = 64 * 1024;

    private static readonly string[] Forbidden = [MetadataKeys.ContentV3, MetadataKeys.CommitmentV3, MetadataKeys.MessageIdV3];

    /// <summary>Completes an object's metadata with its instruction file; without one it is as it was.</summary>
    /// <exception cref="S3EncryptionException">The file is not sound, or contradicts the metadata.</exception>
    internal static async Task<IReadOnlyDictionary<string, string>> CompleteAsync(
        IS3Client client, GetObjectRequest request, IReadOnlyDictionary<string, string> metadata, string suffix, CancellationToken cancellationToken)
    {
        Dictionary<string, string> complete = new(metadata, StringComparer.Ordinal);
        foreach ((string name, string value) in await ReadAsync(client, request, suffix, cancellationToken).ConfigureAwait(false))
        {
            if (Forbidden.Contains(name) || !complete.TryAdd(name, value))
            {
                throw new S3EncryptionException($"The instruction file holds {name}, which belongs to the object's metadata alone; it may have been tampered with.");
            }
        }

        return complete;
    }

    private static async Task<Dictionary<string, string>> ReadAsync(IS3Client client, GetObjectRequest request, string suffix, CancellationToken cancellationToken)
    {
        GetObjectResponse response;
        try
        {
            response = await client.GetObjectAsync(
                new GetObjectRequest
                {
                    Bucket = request.Bucket, Key = request.Key + suffix, ExpectedBucketOwner = request.ExpectedBucketOwner, RequestPayer = request.RequestPayer,
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (NoSuchKeyException)
        {
            return [];
        }

        using (response)
        {
            byte[] buffer = new byte[MaxLength + 1];
            int length = await response.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return length <= MaxLength
                ? MaterialDescription.Read(buffer.AsMemory(0, length), "The instruction file")
                : throw new S3EncryptionException($"The instruction file is longer than {MaxLength} bytes.");
        }
    }
}
