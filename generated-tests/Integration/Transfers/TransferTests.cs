using System.Security.Cryptography;
using S3Gen.Integration.Keys;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Transfers;

/// <summary>Transfers over real servers.</summary>
public sealed class TransferTests(string server) : ServerSuite(server)
{
    private const int MiB = 1 << 20;
    private const string SlashInQuery = "signs a query that has a slash differently than S3 does";

    private static readonly S3TransferOptions SmallParts = new() { PartSize = 5 * MiB, CopyPartSize = 5 * MiB, CopyThreshold = 6 * MiB };

    private readonly string _folder = Directory.CreateTempSubdirectory("s3gen-it").FullName;

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task File_goes_up_and_comes_down([Values(0, 1, 5 * MiB - 1, 5 * MiB, 16 * MiB + 17)] int size)
    {
        byte[] content = RandomNumberGenerator.GetBytes(size);
        string source = Write($"up-{size}", content);
        string target = Path.Combine(_folder, $"down-{size}");
        S3Transfer transfer = new(S3, SmallParts);

        UploadResult up = await transfer.UploadFileAsync(Bucket, $"file {size}", source, new UploadOptions { Settings = Settings });
        DownloadResult down = await transfer.DownloadFileAsync(Bucket, $"file {size}", target);

        Assert.That(File.ReadAllBytes(target).AsSpan().SequenceEqual(content), Is.True);
        Assert.That((down.ETag, down.Size, down.ContentType, down.Metadata["color"]), Is.EqualTo((up.ETag, (long)size, "text/x-test", "blue")));
    }

    [Test]
    public async Task Stream_of_unknown_length_goes_up_and_comes_down([Values(100, 12 * MiB)] int size)
    {
        byte[] content = RandomNumberGenerator.GetBytes(size);
        S3Transfer transfer = new(S3, SmallParts);
        using MemoryStream back = new();

        await transfer.UploadAsync(Bucket, $"stream {size}", new ForwardOnlyStream(content));
        await transfer.DownloadAsync(Bucket, $"stream {size}", back);

        Assert.That(back.ToArray().AsSpan().SequenceEqual(content), Is.True);
    }

    [Test]
    public async Task Upload_and_download_are_paused_and_resumed()
    {
        byte[] content = RandomNumberGenerator.GetBytes(17 * MiB);
        string source = Write("paused", content);
        string target = Path.Combine(_folder, "resumed");
        string state = Path.Combine(_folder, "state");

        await PauseAsync(cancel => new S3Transfer(S3, SmallParts).UploadFileAsync(
            Bucket, "paused", source, new UploadOptions { StateFile = state, Settings = Settings, Progress = new CancelAfter(6 * MiB, cancel) }, cancel.Token));
        await new S3Transfer(S3, SmallParts).UploadFileAsync(Bucket, "paused", source, new UploadOptions { StateFile = state });
        await PauseAsync(cancel => new S3Transfer(S3, SmallParts).DownloadFileAsync(
            Bucket, "paused", target, new DownloadOptions { StateFile = state, Progress = new CancelAfter(6 * MiB, cancel) }, cancel.Token));
        await new S3Transfer(S3, SmallParts).DownloadFileAsync(Bucket, "paused", target, new DownloadOptions { StateFile = state });

        Assert.That(File.ReadAllBytes(target).AsSpan().SequenceEqual(content), Is.True);
        Assert.That(File.Exists(state), Is.False);
        Assert.That((await S3.HeadObjectAsync(Bucket, "paused")).Metadata["color"], Is.EqualTo("blue"));
    }

    [Test]
    public async Task Copy_keeps_metadata_and_tags([Values(1 * MiB, 13 * MiB)] int size)
    {
        byte[] content = RandomNumberGenerator.GetBytes(size);
        S3Transfer transfer = new(S3, SmallParts);
        string source = ServerLimits.Keep(Server, $"source+ä {size}");
        await transfer.UploadFileAsync(Bucket, source, Write($"copy-{size}", content), new UploadOptions { Settings = Settings });

        UploadResult copy = await transfer.CopyAsync(Bucket, source, Bucket, $"copy {size}");

        HeadObjectResponse head = await S3.HeadObjectAsync(Bucket, $"copy {size}");
        GetObjectTaggingResponse tags = await S3.GetObjectTaggingAsync(Bucket, $"copy {size}");
        Assert.That((await GetAsync($"copy {size}")).AsSpan().SequenceEqual(content), Is.True);
        Assert.That(copy.Parts, Is.EqualTo(size > 6 * MiB ? 3 : 0));
        Assert.That((head.ContentType, head.Metadata["color"]), Is.EqualTo(("text/x-test", "blue")));
        Assert.That(tags.TagSet.Select(tag => (tag.Key, tag.Value)), Is.EqualTo(new[] { ((string?)"kind", (string?)"a test") }));
    }

    [Test]
    public async Task Folder_goes_up_is_synchronized_and_comes_down()
    {
        NotOn(ServerNames.Moto, SlashInQuery);
        foreach (string name in new[] { "a.txt", "b/c d+e%41.txt", "b/ü/large.bin" })
        {
            Write(ServerLimits.Keep(Server, $"folder/{name}"), RandomNumberGenerator.GetBytes(name.EndsWith("bin", StringComparison.Ordinal) ? 6 * MiB : 100));
        }

        S3Transfer transfer = new(S3, SmallParts);
        string folder = Path.Combine(_folder, "folder");
        string target = Path.Combine(_folder, "back");
        FolderResult up = await transfer.UploadDirectoryAsync(folder, Bucket, "dir");
        SyncResult byTime = await transfer.SyncAsync(folder, new S3Folder(Bucket, "dir"), new SyncOptions { Delete = true });
        SyncResult byETag = await transfer.SyncAsync(folder, new S3Folder(Bucket, "dir"), new SyncOptions { Comparison = SyncComparison.ETag });
        FolderResult down = await transfer.DownloadDirectoryAsync(Bucket, "dir", target);

        Assert.That(up.Transferred, Is.EqualTo(3));
        Assert.That(down, Is.EqualTo(up));
        Assert.That((byTime.Actions.Count, byTime.Unchanged, byETag.Actions.Count, byETag.Unchanged), Is.EqualTo((0, 3L, 0, 3L)));
        foreach (string file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            Assert.That(File.ReadAllBytes(Path.Combine(target, Path.GetRelativePath(folder, file))), Is.EqualTo(File.ReadAllBytes(file)), file);
        }
    }

    [Test]
    public async Task Keys_are_listed_by_prefixes_and_deleted_in_batches()
    {
        NotOn(ServerNames.Moto, SlashInQuery);
        S3Transfer transfer = new(S3, new S3TransferOptions { Concurrency = 8 });
        string[] keys = [.. Enumerable.Range(0, 1100).Select(i => ServerLimits.Keep(Server, $"many/{i % 10}/{i} +%41ä"))];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            for (int i = worker; i < keys.Length; i += 8)
            {
                await PutAsync(keys[i], [1]);
            }
        }));

        List<string?> listed = await transfer.ListObjectsParallelAsync(Bucket, Enumerable.Range(0, 10).Select(i => $"many/{i}/")).Select(entry => entry.Key).ToListAsync();
        List<DeleteOutcome> outcomes = await transfer.DeleteObjectsAsync(Bucket, keys).ToListAsync();

        Assert.That(listed.Order(StringComparer.Ordinal), Is.EqualTo(keys.Order(StringComparer.Ordinal)));
        Assert.That(outcomes.Select(outcome => outcome.Key).Order(StringComparer.Ordinal), Is.EqualTo(keys.Order(StringComparer.Ordinal)));
        Assert.That(outcomes.Where(outcome => !outcome.IsDeleted), Is.Empty);
        Assert.That(await transfer.ListObjectsParallelAsync(Bucket, ["many/"]).CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Failed_upload_leaves_no_parts()
    {
        S3Transfer transfer = new(S3, SmallParts);
        await Assert.ThrowsAsync<InvalidDataException>(() => transfer.UploadAsync(Bucket, "broken", new BrokenStream(12 * MiB)));

        Assert.That((await S3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { Bucket = Bucket, Prefix = "broken" })).Uploads, Is.Empty);
        await Assert.CatchAsync<S3Exception>(() => S3.HeadObjectAsync(Bucket, "broken"));
    }

    private static ObjectSettings Settings => new()
    {
        ContentType = "text/x-test",
        Metadata = new Dictionary<string, string> { ["color"] = "blue" },
        Tags = new Dictionary<string, string> { ["kind"] = "a test" },
    };

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static async Task PauseAsync(Func<CancellationTokenSource, Task> transfer)
    {
        using CancellationTokenSource cancel = new();
        await Assert.ThrowsAsync<TransferCanceledException>(() => transfer(cancel));
    }
}
