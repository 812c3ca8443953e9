using Microsoft.Win32.SafeHandles;
using S3Gen.Benchmarks.Floor;

namespace S3Gen.Benchmarks.Transfers;

/// <summary>What one writes by hand: parts of 8 MiB through an HttpClient, four at once, each from or into memory of its own.</summary>
internal sealed class BareParts(BareClient client)
{
    private const int Workers = 4;

    public Task UploadAsync(long size, int partSize)
    {
        Stream source = new PatternStream(size);
        int parts = (int)((size + partSize - 1) / partSize);
        return RunAsync(parts, partSize, async (part, buffer) =>
        {
            int length;
            lock (source)
            {
                length = source.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            }

            await client.PutAsync("bucket", $"part-{part}", string.Empty, length == buffer.Length ? buffer : buffer[..length]);
        });
    }

    public Task DownloadAsync(long size, int partSize)
    {
        int parts = (int)((size + partSize - 1) / partSize);
        return RunAsync(parts, partSize, (part, buffer) => GetAsync(size, (long)part * partSize, buffer));
    }

    public async Task UploadFileAsync(string path, long size, int partSize)
    {
        using SafeFileHandle file = File.OpenHandle(path);
        await RunAsync((int)((size + partSize - 1) / partSize), partSize, async (part, buffer) =>
        {
            int length = await RandomAccess.ReadAsync(file, buffer, (long)part * partSize);
            await client.PutAsync("bucket", $"part-{part}", string.Empty, length == buffer.Length ? buffer : buffer[..length]);
        });
    }

    public async Task DownloadFileAsync(string path, long size, int partSize)
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.None, size);
        await RunAsync((int)((size + partSize - 1) / partSize), partSize, async (part, buffer) =>
        {
            await GetAsync(size, (long)part * partSize, buffer);
            await RandomAccess.WriteAsync(file, buffer.AsMemory(0, (int)Math.Min(partSize, size - ((long)part * partSize))), (long)part * partSize);
        });
    }

    private Task GetAsync(long size, long offset, byte[] buffer) => client.GetAsync(
        "bucket", $"large-{size}", $"bytes={offset}-{offset + buffer.Length - 1}", body => body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false).AsTask());

    private static async Task RunAsync(int parts, int partSize, Func<int, byte[], Task> transfer)
    {
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async _ =>
        {
            byte[] buffer = GC.AllocateUninitializedArray<byte>(partSize);
            for (int part = Interlocked.Increment(ref next); part < parts; part = Interlocked.Increment(ref next))
            {
                await transfer(part, buffer);
            }
        }));
    }
}
