namespace S3Gen.Integration;

/// <summary>Removes a bucket with all that is in it: uploads, versions, objects.</summary>
internal static class BucketCleaner
{
    public static async Task RemoveAsync(IS3Client s3, string bucket)
    {
        await foreach (MultipartUpload upload in s3.ListMultipartUploadsItemsAsync(new ListMultipartUploadsRequest { Bucket = bucket }))
        {
            await s3.AbortMultipartUploadAsync(bucket, upload.Key!, upload.UploadId!);
        }

        List<ObjectIdentifier> doomed = [];
        ListObjectVersionsRequest request = new() { Bucket = bucket, EncodingType = EncodingType.Url };
        await foreach (ListObjectVersionsResponse page in s3.ListObjectVersionsPagesAsync(request))
        {
            doomed.AddRange(page.Versions.Select(static version => Identify(version.Key!, version.VersionId)));
            doomed.AddRange(page.DeleteMarkers.Select(static marker => Identify(marker.Key!, marker.VersionId)));
        }

        foreach (ObjectIdentifier[] batch in doomed.Where(static entry => !HasControls(entry.Key)).Chunk(1000))
        {
            await s3.DeleteObjectsAsync(new DeleteObjectsRequest { Bucket = bucket, Delete = new Delete { Objects = batch, Quiet = true } });
        }

        foreach (ObjectIdentifier entry in doomed.Where(static entry => HasControls(entry.Key)))
        {
            await s3.DeleteObjectAsync(new DeleteObjectRequest { Bucket = bucket, Key = entry.Key, VersionId = entry.VersionId });
        }

        await s3.DeleteBucketAsync(bucket);
    }

    private static ObjectIdentifier Identify(string key, string? versionId) => new() { Key = ObjectKey.Decode(key), VersionId = versionId };

    /// <summary>XML has no place for control characters, so that such keys cannot be part of a document.</summary>
    private static bool HasControls(string key) => key.Any(static c => char.IsControl(c) || c >= '\uFFFE');
}
