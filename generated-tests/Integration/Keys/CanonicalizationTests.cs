using System.Collections.Concurrent;
using System.Text;
using CsCheck;
using S3Gen.Generator.Tests.Harness;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Keys;

/// <summary>
/// 500 keys of all kinds on each server, 100 in a short run: each is stored, listed (encoded), read, copied, read through a presigned URL, and deleted, as it is.
/// </summary>
public sealed class CanonicalizationTests(string server) : ServerSuite(server)
{
    private const int KeysInBatch = 100;

    private static readonly int Batches = FullRun.IsOn ? 5 : 1;

    private static readonly ParallelOptions SomeAtOnce = new() { MaxDegreeOfParallelism = 8 };

    private readonly HttpClient _http = new();

    [Test]
    public Task Keys_survive_every_way_in_and_out() => KeyGenerator.Key.Select(key => ServerLimits.Keep(Server, key))
        .Where(static key => key.Length > 0).Array[KeysInBatch]
        .SampleAsync(CheckAsync, iter: Batches, threads: 1, print: static keys => string.Join(", ", keys.Select(Show)));

    [OneTimeTearDown]
    public void CloseConnections() => _http.Dispose();

    private async Task CheckAsync(string[] generated)
    {
        string[] keys = [.. generated.Distinct(StringComparer.Ordinal)];
        ConcurrentQueue<string> faults = [];
        await ForEachAsync(keys, faults, "put", async key => await PutAsync(key, Encoding.UTF8.GetBytes(key)));
        await CheckListingAsync(keys, faults);
        await ForEachAsync(keys, faults, "get", async key => Assert.That(await GetAsync(key), Is.EqualTo(Encoding.UTF8.GetBytes(key))));
        await ForEachAsync(keys, faults, "copy", CheckCopyAsync);
        if (Server != ServerNames.Moto)
        {
            await ForEachAsync(keys, faults, "presigned get", CheckPresignedAsync);
        }

        await ForEachAsync(keys, faults, "delete", async key => await S3.DeleteObjectAsync(Bucket, key));
        await CheckListingAsync([], faults);
        Assert.That(faults, Is.Empty);
    }

    private async Task CheckListingAsync(string[] keys, ConcurrentQueue<string> faults)
    {
        List<string> listed = [];
        ListObjectsV2Request request = new() { Bucket = Bucket, EncodingType = EncodingType.Url, MaxKeys = 37 };
        await foreach (S3Object entry in S3.ListObjectsV2ItemsAsync(request))
        {
            listed.Add(ObjectKey.Decode(entry.Key!));
        }

        foreach (string key in keys.Except(listed, StringComparer.Ordinal))
        {
            faults.Enqueue($"{Show(key)} is not listed");
        }

        foreach (string key in listed.Except(keys, StringComparer.Ordinal))
        {
            faults.Enqueue($"{Show(key)} is listed, but was not put");
        }
    }

    private async Task CheckCopyAsync(string key)
    {
        string copy = key + "-copy";
        await S3.CopyObjectAsync(new CopyObjectRequest { Bucket = Bucket, Key = copy, CopySource = ObjectKey.CopySource(Bucket, key) });
        Assert.That(await GetAsync(copy), Is.EqualTo(Encoding.UTF8.GetBytes(key)));
        await S3.DeleteObjectAsync(Bucket, copy);
    }

    private async Task CheckPresignedAsync(string key)
    {
        PresignedUrl url = await S3.PresignAsync(new GetObjectRequest { Bucket = Bucket, Key = key });
        Assert.That(await _http.GetByteArrayAsync(url.Uri), Is.EqualTo(Encoding.UTF8.GetBytes(key)));
    }

    private static Task ForEachAsync(string[] keys, ConcurrentQueue<string> faults, string step, Func<string, Task> check) =>
        Parallel.ForEachAsync(keys, SomeAtOnce, async (key, _) =>
        {
            try
            {
                await check(key);
            }
            catch (Exception e) when (e is ServiceException or ArgumentException or HttpRequestException or AssertionException)
            {
                faults.Enqueue($"{step} of {Show(key)}: {e.Message.Split('\n')[0]}");
            }
        });

    /// <summary>The key with all that is not plain ASCII as its code.</summary>
    private static string Show(string key) =>
        string.Concat(key.Select(static c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}")) is var shown && shown.Length > 200 ? shown[..200] + "..." : shown;
}
