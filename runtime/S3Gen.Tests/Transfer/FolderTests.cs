using System.Net;
using static S3Gen.Tests.Transfer.TransferBench;

namespace S3Gen.Tests.Transfer;

public sealed class FolderTests
{
    [Test]
    public async Task Folder_goes_up_and_comes_down_as_it_was()
    {
        await using TransferBench bench = await StartAsync();
        string[] names = ["a.txt", "b/c d+e%.txt", "b/.hidden", "b/deep/er/ü.bin", "empty"];
        foreach (string name in names)
        {
            bench.Write($"up/{name}", name == "empty" ? [] : RandomBytes(1000, name.Length));
        }

        bench.Write("up/large.bin", RandomBytes(6 * MiB));
        S3Transfer transfer = bench.Transfer();

        FolderResult up = await transfer.UploadDirectoryAsync(bench.PathOf("up"), TestBucket, "pre/fix");
        FolderResult down = await transfer.DownloadDirectoryAsync(TestBucket, "pre/fix/", bench.PathOf("down"));

        Assert.That(up, Is.EqualTo(new FolderResult(6, 4000 + (6 * MiB))));
        Assert.That(down, Is.EqualTo(up));
        foreach (string name in names.Append("large.bin"))
        {
            AssertSame(File.ReadAllBytes(bench.PathOf($"down/{name}")), File.ReadAllBytes(bench.PathOf($"up/{name}")));
        }
    }

    [Test]
    public async Task Patterns_choose_files_and_keys()
    {
        await using TransferBench bench = await StartAsync();
        foreach (string name in new[] { "a.jpg", "b/c.jpg", "b/d.txt", "tmp/e.jpg" })
        {
            bench.Write($"up/{name}", [1]);
        }

        S3Transfer transfer = bench.Transfer();
        await transfer.UploadDirectoryAsync(bench.PathOf("up"), TestBucket, "", new UploadDirectoryOptions { Include = ["**/*.jpg"], Exclude = ["tmp/**"] });
        await transfer.DownloadDirectoryAsync(TestBucket, "", bench.PathOf("down"), new DownloadDirectoryOptions { Exclude = ["b/*"] });

        Assert.That(await KeysAsync(bench), Is.EqualTo(new[] { "a.jpg", "b/c.jpg" }));
        Assert.That(Directory.GetFiles(bench.PathOf("down"), "*", SearchOption.AllDirectories).Select(Path.GetFileName), Is.EqualTo(new[] { "a.jpg" }));
    }

    [Test]
    public async Task Hostile_key_is_refused_by_name_before_anything_is_written()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("in/good", [1]);
        await bench.PutAsync("in/../../evil", [2]);
        await bench.PutAsync("in/C:evil", [3]);

        TransferException refused = (await Assert.ThrowsAsync<TransferException>(() => bench.Transfer().DownloadDirectoryAsync(TestBucket, "in", bench.PathOf("down"))))!;

        Assert.That(refused.Failures.Select(failure => failure.Key), Is.EquivalentTo(new[] { "in/../../evil", "in/C:evil" }));
        Assert.That(refused.Failures.Select(failure => failure.Cause), Is.All.InstanceOf<UnsafeKeyException>());
        Assert.That(bench.FilesLeft, Is.Empty);
    }

    [TestCase("read me", "Read me")]
    [TestCase("dir/a", "DIR/A")]
    [TestCase("caf\u00e9", "cafe\u0301")]
    public async Task Keys_that_some_systems_take_for_one_file_are_refused_by_name(string first, string second)
    {
        if (second.Length > first.Length && second.IsNormalized())
        {
            Assert.Ignore("This process has no data of Unicode's compositions (invariant globalization).");
        }

        await using TransferBench bench = await StartAsync();
        await bench.PutAsync(first, [1]);
        await bench.PutAsync(second, [2]);
        S3Transfer transfer = bench.Transfer();

        TransferException ofBucket = (await Assert.ThrowsAsync<TransferException>(() => transfer.DownloadDirectoryAsync(TestBucket, "", bench.PathOf("down"))))!;
        TransferException ofKeys = (await Assert.ThrowsAsync<TransferException>(() => transfer.DownloadObjectsAsync(TestBucket, [first, first, second], bench.PathOf("down"))))!;
        Assert.That(bench.FilesLeft, Is.Empty);
        TransferException asTheyCome = (await Assert.ThrowsAsync<TransferException>(
            () => transfer.DownloadObjectsAsync(TestBucket, new[] { first, second }.ToAsyncEnumerable(), bench.PathOf("down"))))!;

        Assert.That(new[] { ofBucket, ofKeys, asTheyCome }.Select(static refusal => refusal.Failures.Single().Cause), Is.All.InstanceOf<UnsafeKeyException>());
        Assert.That(bench.FilesLeft, Has.Count.EqualTo(1));
        if (OperatingSystem.IsLinux())
        {
            FolderResult native = await transfer.DownloadDirectoryAsync(TestBucket, "", bench.PathOf("native"), new DownloadDirectoryOptions { FileNames = FileNameRules.Native });
            Assert.That(native.Transferred, Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Listed_objects_are_asked_for_as_a_whole_if_they_are_small()
    {
        await using TransferBench bench = await StartAsync(ChecksumPolicy.WhenSupported);
        await bench.PutAsync("empty", []);
        await bench.PutAsync("small", RandomBytes(1000));
        bench.Wire.After = (request, response) => request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.EndsWith("/small", StringComparison.Ordinal)
            ? DamagedResponse.Flip(response, 500)
            : response;

        TransferException failure = (await Assert.ThrowsAsync<TransferException>(
            () => bench.Transfer(new S3TransferOptions { PartRetries = 0 }).DownloadDirectoryAsync(TestBucket, "", bench.PathOf("down"))))!;

        Assert.That(failure.Failures.Single().Cause, Is.InstanceOf<ChecksumMismatchException>());
        Assert.That(bench.FilesLeft, Is.EqualTo(new[] { Path.Combine("down", "empty") }));
        Assert.That(bench.Wire.Count("GET", "bytes="), Is.Zero);
    }

    [Test]
    public async Task Link_in_the_target_folder_is_not_followed()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("dir/evil", [1]);
        await bench.PutAsync("good", [2]);
        Directory.CreateDirectory(bench.PathOf("outside"));
        Directory.CreateDirectory(bench.PathOf("down"));
        Directory.CreateSymbolicLink(bench.PathOf("down/dir"), bench.PathOf("outside"));

        TransferException failed = (await Assert.ThrowsAsync<TransferException>(() => bench.Transfer().DownloadDirectoryAsync(TestBucket, "", bench.PathOf("down"))))!;

        Assert.That(failed.Failures.Select(failure => failure.Key), Is.EqualTo(new[] { "dir/evil" }));
        Assert.That(Directory.GetFiles(bench.PathOf("outside")), Is.Empty);
        Assert.That(File.Exists(bench.PathOf("down/good")), Is.True);
    }

    [Test]
    public async Task Links_are_left_out_of_uploads_unless_asked_for([Values] bool follow)
    {
        await using TransferBench bench = await StartAsync();
        bench.Write("outside/secret", [1]);
        bench.Write("up/plain", [2]);
        Directory.CreateSymbolicLink(bench.PathOf("up/dir"), bench.PathOf("outside"));
        File.CreateSymbolicLink(bench.PathOf("up/file"), bench.PathOf("outside/secret"));

        await bench.Transfer().UploadDirectoryAsync(bench.PathOf("up"), TestBucket, "", new UploadDirectoryOptions { FollowLinks = follow });

        Assert.That(await KeysAsync(bench), Is.EqualTo(follow ? new[] { "dir/secret", "file", "plain" } : ["plain"]));
    }

    [Test]
    public async Task One_failure_is_named_and_stops_nothing_else()
    {
        await using TransferBench bench = await StartAsync();
        for (int i = 0; i < 20; i++)
        {
            bench.Write($"up/{i:d2}", [1]);
        }

        bench.Wire.Instead = request => request.RequestUri!.AbsolutePath.EndsWith("/07", StringComparison.Ordinal)
            ? WatchedTransport.Error(HttpStatusCode.Forbidden, "AccessDenied")
            : null;

        TransferException failure = (await Assert.ThrowsAsync<TransferException>(() => bench.Transfer().UploadDirectoryAsync(bench.PathOf("up"), TestBucket, "x")))!;

        Assert.That(failure.Failures.Single(), Has.Property("Key").EqualTo("x/07"));
        Assert.That(failure.FailureCount, Is.EqualTo(1));
        Assert.That(await KeysAsync(bench), Has.Count.EqualTo(19));
    }

    [Test]
    public async Task Missing_bucket_ends_it_at_once()
    {
        await using TransferBench bench = await StartAsync();
        bench.Write("up/a", [1]);

        await Assert.ThrowsAsync<NoSuchBucketException>(() => bench.Transfer().UploadDirectoryAsync(bench.PathOf("up"), "no-such-bucket", ""));
    }

    [Test]
    public async Task Objects_are_downloaded_under_their_keys()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("a/b", [1]);
        await bench.PutAsync("c", [2]);

        await bench.Transfer().DownloadObjectsAsync(TestBucket, ["a/b", "c"], bench.PathOf("down"));
        TransferException refused = (await Assert.ThrowsAsync<TransferException>(
            () => bench.Transfer().DownloadObjectsAsync(TestBucket, ["c", "../c"], bench.PathOf("other"))))!;

        Assert.That(File.ReadAllBytes(bench.PathOf("down/a/b")), Is.EqualTo(new byte[] { 1 }));
        Assert.That(File.ReadAllBytes(bench.PathOf("down/c")), Is.EqualTo(new byte[] { 2 }));
        Assert.That(refused.Failures.Single().Key, Is.EqualTo("../c"));
        Assert.That(Directory.Exists(bench.PathOf("other")), Is.False);
    }

    internal static async Task<IReadOnlyList<string>> KeysAsync(TransferBench bench) =>
        [.. (await bench.S3.ListObjectsV2Async(TestBucket)).Contents.Select(entry => entry.Key!)];
}
