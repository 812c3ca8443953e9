using S3Gen.Benchmarks.Compare;
using S3Gen.Runtime;

namespace S3Gen.Benchmarks.Contenders;

/// <summary>S3Gen as it comes: retries, circuit breaker, time limits and all.</summary>
internal sealed class S3GenContender(Uri endpoint) : IContender
{
    private static readonly ObjectIdentifier[] Identifiers = [.. Workload.Keys.Select(key => new ObjectIdentifier { Key = key })];

    private readonly S3Client _client = new(new S3ClientOptions
    {
        EndpointUrl = endpoint,
        Region = Workload.Region,
        Credentials = new StaticCredentialProvider(new Credentials(Workload.AccessKey, Workload.SecretKey)),
        MaxConnections = 256,
    });

    public async Task HeadAsync() => Drain.Expect(Workload.SmallSize, (await _client.HeadObjectAsync(Workload.Bucket, Workload.Key)).ContentLength ?? -1);

    public async Task GetAsync()
    {
        using GetObjectResponse response = await _client.GetObjectAsync(Workload.Bucket, Workload.Key);
        await Drain.ReadAsync(response.Body, Workload.SmallSize);
    }

    public Task PutAsync() => PutAsync(Workload.Key, Workload.SmallContent);

    public async Task ListAsync() => Drain.Expect(Workload.KeyCount, (await _client.ListObjectsV2Async(Workload.Bucket)).Contents.Count);

    public async Task DeleteAsync()
    {
        DeleteObjectsResponse response = await _client.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            Bucket = Workload.Bucket, Delete = new Delete { Objects = Identifiers },
        });
        Drain.Expect(Workload.KeyCount, response.Deleted.Count);
    }

    public async Task PresignAsync() =>
        _ = (await _client.PresignAsync(new GetObjectRequest { Bucket = Workload.Bucket, Key = Workload.Key })).AbsoluteUri;

    public Task UploadPartAsync(int part) => _client.UploadPartAsync(new UploadPartRequest
    {
        Bucket = Workload.Bucket, Key = Workload.LargeKey, UploadId = "1", PartNumber = part + 1, Body = Workload.PartContent,
    });

    public async Task DownloadPartAsync(int part)
    {
        long start = (long)part * Workload.PartSize;
        using GetObjectResponse response = await _client.GetObjectAsync(new GetObjectRequest
        {
            Bucket = Workload.Bucket, Key = Workload.LargeKey, Range = $"bytes={start}-{start + Workload.PartSize - 1}",
        });
        await Drain.ReadAsync(response.Body, Workload.PartSize);
    }

    public Task UploadFileAsync(string path) => PutAsync(Workload.FilePrefix + Path.GetFileName(path), RequestBody.FromFile(path));

    public async Task DownloadFileAsync(string path)
    {
        using GetObjectResponse response = await _client.GetObjectAsync(Workload.Bucket, Workload.FilePrefix + Path.GetFileName(path));
        await using FileStream file = File.Create(path);
        await response.Body.CopyToAsync(file);
    }

    public void Dispose() => _client.Dispose();

    private Task<PutObjectResponse> PutAsync(string key, RequestBody body) =>
        _client.PutObjectAsync(new PutObjectRequest { Bucket = Workload.Bucket, Key = key, Body = body });
}
