using System.Runtime.CompilerServices;
using S3Gen.Transfer.Flow;

namespace S3Gen.Transfer.Objects;

/// <summary>Lists objects, page by page and with retries. Keys are asked for encoded, since XML has no place for some, and decoded here.</summary>
internal static class RemoteObjects
{
    internal static async IAsyncEnumerable<S3Object> ListAsync(
        TransferCore core, string bucket, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            ListObjectsV2Request request = new() { Bucket = bucket, Prefix = prefix, EncodingType = EncodingType.Url, ContinuationToken = token };
            ListObjectsV2Response page = await core.Retries.RunAsync(
                stop => core.Client.ListObjectsV2Async(request, stop), cancellationToken).ConfigureAwait(false);
            bool isEncoded = page.EncodingType == EncodingType.Url;
            foreach (S3Object entry in page.Contents)
            {
                yield return isEncoded ? Decode(entry) : entry;
            }

            string? next = page.NextContinuationToken;
            token = string.IsNullOrEmpty(next) || next != token ? next : throw new InvalidOperationException("The service returned the token that it was given: the listing would never end.");
        }
        while (!string.IsNullOrEmpty(token));
    }

    private static S3Object Decode(S3Object entry) => entry.Key is null || entry.Key.AsSpan().IndexOfAny('%', '+') < 0 ? entry : new S3Object
    {
        Key = ObjectKey.Decode(entry.Key),
        LastModified = entry.LastModified,
        ETag = entry.ETag,
        ChecksumAlgorithm = entry.ChecksumAlgorithm,
        ChecksumType = entry.ChecksumType,
        Size = entry.Size,
        StorageClass = entry.StorageClass,
        Owner = entry.Owner,
        RestoreStatus = entry.RestoreStatus,
    };
}
