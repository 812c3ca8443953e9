namespace S3Gen.Integration.Faults;

internal sealed partial class FaultWorker
{
    private Task PutAsync(string key, Func<byte[], RequestBody> body, byte[] content) => ChangeAsync(key, content, () =>
        rig.Faulty.PutObjectAsync(new PutObjectRequest { Bucket = rig.Bucket, Key = key, Body = body(content) }));

    private Task DeleteAsync(string key) => ChangeAsync(key, null, () => rig.Faulty.DeleteObjectAsync(rig.Bucket, key));

    private async Task GetAsync(string key)
    {
        try
        {
            Known(key).AssertHas(key, await FaultRig.ReadAsync(rig.Faulty, rig.Bucket, key));
        }
        catch (NoSuchKeyException)
        {
            Known(key).AssertHas(key, null);
        }
    }

    private async Task HeadAsync(string key)
    {
        try
        {
            Known(key).AssertHasLength(key, (await rig.Faulty.HeadObjectAsync(rig.Bucket, key)).ContentLength);
        }
        catch (NotFoundException)
        {
            Known(key).AssertHasLength(key, null);
        }
    }

    private async Task ListAsync()
    {
        ListObjectsV2Response page = await rig.Faulty.ListObjectsV2Async(new ListObjectsV2Request { Bucket = rig.Bucket, Prefix = $"worker-{number}/" });
        Dictionary<string, long?> listed = page.Contents.ToDictionary(item => item.Key!, item => item.Size);
        foreach ((string key, PossibleContents possible) in _objects)
        {
            possible.AssertHasLength(key, listed.GetValueOrDefault(key));
        }
    }

    private async Task CopyAsync(string key)
    {
        if (_objects.FirstOrDefault(candidate => candidate.Key != key && candidate.Value is { IsCertain: true, Certain: not null }) is { Key: { } source, Value: { } known })
        {
            string path = $"{rig.Bucket}/{source.Replace(" ", "%20", StringComparison.Ordinal)}";
            await ChangeAsync(key, known.Certain, () => rig.Faulty.CopyObjectAsync(new CopyObjectRequest { Bucket = rig.Bucket, Key = key, CopySource = path }));
        }
    }

    private async Task UploadInPartsAsync(string key, byte[] content)
    {
        CreateMultipartUploadResponse upload = await rig.Faulty.CreateMultipartUploadAsync(rig.Bucket, key);
        UploadPartResponse part = await rig.Faulty.UploadPartAsync(new UploadPartRequest
        {
            Bucket = rig.Bucket, Key = key, UploadId = upload.UploadId!, PartNumber = 1, Body = RequestBody.FromBytes(content),
        });
        await ChangeAsync(key, content, () => rig.Faulty.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            Bucket = rig.Bucket,
            Key = key,
            UploadId = upload.UploadId!,
            MultipartUpload = new CompletedMultipartUpload { Parts = [new CompletedPart { PartNumber = 1, ETag = part.ETag }] },
        }));
    }

    private RequestBody FromFile(byte[] content)
    {
        string path = Path.Combine(files, $"{number}");
        File.WriteAllBytes(path, content);
        return RequestBody.FromFile(path);
    }

    /// <summary>Of an operation that failed after something was sent it is not known whether it was carried out.</summary>
    private async Task ChangeAsync(string key, byte[]? content, Func<Task> operation)
    {
        try
        {
            await operation();
            Known(key).Acknowledge(content);
        }
        catch (Exception e) when (e is not CircuitOpenException)
        {
            Known(key).Add(content);
            throw;
        }
    }
}
