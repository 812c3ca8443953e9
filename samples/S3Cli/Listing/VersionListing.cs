using System.Runtime.CompilerServices;
using S3Gen;

namespace S3Cli.Listing;

/// <summary>Lists all versions of objects, delete markers among them.</summary>
internal static class VersionListing
{
    public static async IAsyncEnumerable<RemotePage<RemoteVersion>> ListPagesAsync(
        IS3Client client, string bucket, string prefix, bool isRecursive, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ListObjectVersionsRequest request = new()
        {
            Bucket = bucket,
            Prefix = prefix.Length == 0 ? null : prefix,
            Delimiter = isRecursive ? null : BucketListing.Delimiter,
            EncodingType = EncodingType.Url,
        };
        await foreach (ListObjectVersionsResponse page in client.ListObjectVersionsPagesAsync(request, cancellationToken))
        {
            KeyDecoder decoder = new(page.EncodingType);
            IEnumerable<RemoteVersion> entries = page.Versions.Select(entry => Read(entry, decoder)).Concat(page.DeleteMarkers.Select(entry => Read(entry, decoder)));
            yield return new RemotePage<RemoteVersion>(
                [.. page.CommonPrefixes.Select(entry => decoder.Decode(entry.Prefix))],
                [.. entries.OrderBy(entry => entry.Object.Key, StringComparer.Ordinal).ThenByDescending(entry => entry.Object.LastModified)]);
        }
    }

    private static RemoteVersion Read(ObjectVersion entry, KeyDecoder decoder) => new(
        new RemoteObject(decoder.Decode(entry.Key), entry.Size ?? 0, entry.LastModified, entry.ETag, entry.StorageClass?.Value),
        entry.VersionId,
        entry.IsLatest == true,
        IsDeleteMarker: false);

    private static RemoteVersion Read(DeleteMarkerEntry entry, KeyDecoder decoder) => new(
        new RemoteObject(decoder.Decode(entry.Key), 0, entry.LastModified, null, null), entry.VersionId, entry.IsLatest == true, IsDeleteMarker: true);
}
