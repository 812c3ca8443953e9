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
        await foreach (ListObjectVersionsResponse page in s3.ListObjectVersionsPagesAsync(new ListObjectVersionsRequest { Bucket = bucket }))
        {
            doomed.AddRange(page.Versions.Select(version => new ObjectIdentifier { Key = version.Key!, VersionId = version.VersionId }));
            doomed.AddRange(page.DeleteMarkers.Select(marker => new ObjectIdentifier { Key = marker.Key!, VersionId = marker.VersionId }));
        }

        foreach (ObjectIdentifier[] batch in doomed.Chunk(1000))
        {
            await s3.DeleteObjectsAsync(new DeleteObjectsRequest { Bucket = bucket, Delete = new Delete { Objects = batch, Quiet = true } });
        }

        await s3.DeleteBucketAsync(bucket);
    }
}
