using System.Runtime.CompilerServices;
using S3Gen;

namespace S3Cli.Listing;

/// <summary>Lists objects with keys as they are, also those that XML has no place for.</summary>
internal static class BucketListing
{
    public const string Delimiter = "/";

    /// <summary>Lists page by page; with a delimiter, what lies deeper is folded into prefixes.</summary>
    public static async IAsyncEnumerable<RemotePage<RemoteObject>> ListPagesAsync(
        IS3Client client, string bucket, string prefix, bool isRecursive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ListObjectsV2Request request = new()
        {
            Bucket = bucket,
            Prefix = prefix.Length == 0 ? null : prefix,
            Delimiter = isRecursive ? null : Delimiter,
            EncodingType = EncodingType.Url,
        };
        await foreach (ListObjectsV2Response page in client.ListObjectsV2PagesAsync(request, cancellationToken))
        {
            KeyDecoder decoder = new(page.EncodingType);
            yield return new RemotePage<RemoteObject>(
                [.. page.CommonPrefixes.Select(entry => decoder.Decode(entry.Prefix))], [.. page.Contents.Select(entry => Read(entry, decoder))]);
        }
    }

    /// <summary>Lists all objects whose keys begin with a prefix.</summary>
    public static async IAsyncEnumerable<RemoteObject> ListAsync(
        IS3Client client, string bucket, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (RemotePage<RemoteObject> page in ListPagesAsync(client, bucket, prefix, isRecursive: true, cancellationToken))
        {
            foreach (RemoteObject entry in page.Entries)
            {
                yield return entry;
            }
        }
    }

    private static RemoteObject Read(S3Object entry, KeyDecoder decoder) =>
        new(decoder.Decode(entry.Key), entry.Size ?? 0, entry.LastModified, entry.ETag, entry.StorageClass?.Value);
}
