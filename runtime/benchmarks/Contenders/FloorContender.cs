using S3Gen.Benchmarks.Compare;
using S3Gen.Benchmarks.Floor;

namespace S3Gen.Benchmarks.Contenders;

/// <summary>The bare client: it makes no objects of what it lists, retries nothing and checks nothing but the status.</summary>
internal sealed class FloorContender(Uri endpoint) : IContender
{
    private readonly BareClient _client = new(endpoint, Workload.AccessKey, Workload.SecretKey, Workload.Region);

    public async Task HeadAsync() => Drain.Expect(Workload.SmallSize, await _client.HeadAsync(Workload.Bucket, Workload.Key) ?? -1);

    public Task GetAsync() => _client.GetAsync(Workload.Bucket, Workload.Key, null, static body => Drain.ReadAsync(body, Workload.SmallSize));

    public Task PutAsync() => _client.PutAsync(Workload.Bucket, Workload.Key, string.Empty, Workload.SmallContent);

    public Task ListAsync() => _client.ListAsync(Workload.Bucket);

    public Task DeleteAsync() => _client.DeleteAsync(Workload.Bucket, Workload.Keys);

    public Task PresignAsync() => Task.FromResult(_client.Presign(Workload.Bucket, Workload.Key, TimeSpan.FromHours(1)));

    public Task UploadPartAsync(int part) =>
        _client.PutAsync(Workload.Bucket, Workload.LargeKey, $"partNumber={part + 1}&uploadId=1", Workload.PartContent);

    public Task DownloadPartAsync(int part)
    {
        long start = (long)part * Workload.PartSize;
        return _client.GetAsync(
            Workload.Bucket, Workload.LargeKey, $"bytes={start}-{start + Workload.PartSize - 1}", static body => Drain.ReadAsync(body, Workload.PartSize));
    }

    public async Task UploadFileAsync(string path) =>
        await _client.PutAsync(Workload.Bucket, Workload.FilePrefix + Path.GetFileName(path), string.Empty, await File.ReadAllBytesAsync(path));

    public Task DownloadFileAsync(string path) => _client.GetAsync(Workload.Bucket, Workload.FilePrefix + Path.GetFileName(path), null, async body =>
    {
        await using FileStream file = File.Create(path);
        await body.CopyToAsync(file);
    });

    public void Dispose() => _client.Dispose();
}
