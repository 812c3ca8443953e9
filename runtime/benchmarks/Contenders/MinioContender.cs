using Minio;
using Minio.DataModel;
using Minio.DataModel.Args;
using S3Gen.Benchmarks.Compare;
using PutResponse = Minio.DataModel.Response.PutObjectResponse;

namespace S3Gen.Benchmarks.Contenders;

/// <summary>Minio .NET. It has no method for a part: as many objects of a part's size take their place. Before a GET it asks for the head.</summary>
internal sealed class MinioContender(Uri endpoint) : IContender
{
    private static readonly Dictionary<string, string> ContentType = new() { ["Content-Type"] = "application/octet-stream" };

    private readonly IMinioClient _client = new MinioClient()
        .WithEndpoint(endpoint.Authority)
        .WithCredentials(Workload.AccessKey, Workload.SecretKey)
        .WithRegion(Workload.Region)
        .WithSSL(false)
        .Build();

    public async Task HeadAsync() => Drain.Expect(
        Workload.SmallSize, (await _client.StatObjectAsync(new StatObjectArgs().WithBucket(Workload.Bucket).WithObject(Workload.Key))).Size);

    public Task GetAsync() => _client.GetObjectAsync(new GetObjectArgs().WithBucket(Workload.Bucket).WithObject(Workload.Key)
        .WithCallbackStream((body, _) => Drain.ReadAsync(body, Workload.SmallSize)));

    public Task PutAsync() => PutAsync(Workload.Key, Workload.SmallContent);

    public async Task ListAsync()
    {
        int count = 0;
        await foreach (Item item in _client.ListObjectsEnumAsync(new ListObjectsArgs().WithBucket(Workload.Bucket).WithRecursive(true)))
        {
            count += item.Key.Length > 0 ? 1 : 0;
        }

        Drain.Expect(Workload.KeyCount, count);
    }

    public async Task DeleteAsync() => Drain.Expect(
        0, (await _client.RemoveObjectsAsync(new RemoveObjectsArgs().WithBucket(Workload.Bucket).WithObjects([.. Workload.Keys]))).Count);

    public Task PresignAsync() =>
        _client.PresignedGetObjectAsync(new PresignedGetObjectArgs().WithBucket(Workload.Bucket).WithObject(Workload.Key).WithExpiry(3600));

    public Task UploadPartAsync(int part) => PutAsync(Workload.LargeKey, Workload.PartContent);

    public Task DownloadPartAsync(int part) => _client.GetObjectAsync(new GetObjectArgs().WithBucket(Workload.Bucket).WithObject(Workload.LargeKey)
        .WithOffsetAndLength((long)part * Workload.PartSize, Workload.PartSize)
        .WithCallbackStream((body, _) => Drain.ReadAsync(body, Workload.PartSize)));

    public Task UploadFileAsync(string path) => _client.PutObjectAsync(new PutObjectArgs()
        .WithBucket(Workload.Bucket).WithObject(Workload.FilePrefix + Path.GetFileName(path)).WithFileName(path).WithHeaders(ContentType));

    public Task DownloadFileAsync(string path) => _client.GetObjectAsync(new GetObjectArgs()
        .WithBucket(Workload.Bucket).WithObject(Workload.FilePrefix + Path.GetFileName(path)).WithFile(path));

    public void Dispose() => _client.Dispose();

    private Task<PutResponse> PutAsync(string key, byte[] content) => _client.PutObjectAsync(new PutObjectArgs()
        .WithBucket(Workload.Bucket).WithObject(key).WithStreamData(new MemoryStream(content)).WithObjectSize(content.Length).WithHeaders(ContentType));
}
