using static S3Gen.Tests.Transfer.TransferBench;

namespace S3Gen.Tests.Transfer;

public sealed class SyncTests
{
    [Test]
    public async Task Up_transfers_what_is_new_or_differs_and_nothing_else([Values] SyncComparison comparison)
    {
        await using TransferBench bench = await StartAsync();
        S3Transfer transfer = bench.Transfer();
        bench.Write("dir/same", [1]);
        bench.Write("dir/changed", [2]);
        bench.Write("dir/large", RandomBytes(6 * MiB));
        SyncOptions options = new() { Comparison = comparison };
        await transfer.SyncAsync(bench.PathOf("dir"), new S3Folder(TestBucket, "p"), options);
        bench.Write("dir/changed", [3]);
        File.SetLastWriteTimeUtc(bench.PathOf("dir/changed"), DateTime.UtcNow.AddMinutes(1));
        bench.Write("dir/new", [4]);

        SyncResult result = await transfer.SyncAsync(bench.PathOf("dir"), new S3Folder(TestBucket, "p"), options);

        Assert.That(result.Actions.Select(action => (action.Kind, action.Key)), Is.EquivalentTo(new[] { (SyncActionKind.Upload, "p/changed"), (SyncActionKind.Upload, "p/new") }));
        Assert.That(result.Unchanged, Is.EqualTo(2));
        Assert.That(await bench.GetAsync("p/changed"), Is.EqualTo(new byte[] { 3 }));
    }

    [Test]
    public async Task Up_by_ETag_is_not_fooled_by_times()
    {
        await using TransferBench bench = await StartAsync();
        S3Transfer transfer = bench.Transfer();
        bench.Write("dir/touched", RandomBytes(6 * MiB));
        bench.Write("dir/edited", [1]);
        await transfer.SyncAsync(bench.PathOf("dir"), new S3Folder(TestBucket));
        File.SetLastWriteTimeUtc(bench.PathOf("dir/touched"), DateTime.UtcNow.AddMinutes(1));
        bench.Write("dir/edited", [2]);
        File.SetLastWriteTimeUtc(bench.PathOf("dir/edited"), DateTime.UtcNow.AddDays(-1));

        SyncResult result = await transfer.SyncAsync(bench.PathOf("dir"), new S3Folder(TestBucket), new SyncOptions { Comparison = SyncComparison.ETag });

        Assert.That(result.Actions.Select(action => action.Key), Is.EqualTo(new[] { "edited" }));
    }

    [Test]
    public async Task Down_transfers_what_is_new_or_differs_and_nothing_else([Values] SyncComparison comparison)
    {
        await using TransferBench bench = await StartAsync();
        S3Transfer transfer = bench.Transfer();
        await bench.PutAsync("p/same", [1]);
        await bench.PutAsync("p/sub/changed", [2]);
        await bench.PutAsync("q/other", [9]);
        SyncOptions options = new() { Comparison = comparison };
        await transfer.SyncAsync(new S3Folder(TestBucket, "p"), bench.PathOf("dir"), options);
        await bench.PutAsync("p/sub/changed", [3, 3]);

        SyncResult result = await transfer.SyncAsync(new S3Folder(TestBucket, "p"), bench.PathOf("dir"), options);

        Assert.That(result.Actions, Is.EqualTo(new[] { new SyncAction(SyncActionKind.Download, "p/sub/changed", bench.PathOf("dir/sub/changed"), 2) }));
        Assert.That(result.Unchanged, Is.EqualTo(1));
        Assert.That(bench.FilesLeft, Is.EqualTo(new[] { "dir/same", "dir/sub/changed" }));
    }

    [Test]
    public async Task What_only_the_target_has_stays_unless_it_is_to_be_deleted()
    {
        await using TransferBench bench = await StartAsync();
        S3Transfer transfer = bench.Transfer();
        bench.Write("dir/a", [1]);
        await bench.PutAsync("extra", [2]);
        await bench.PutAsync("extra.keep", [2]);

        await transfer.SyncAsync(bench.PathOf("dir"), new S3Folder(TestBucket));
        IReadOnlyList<string> kept = await FolderTests.KeysAsync(bench);
        SyncResult deleting = await transfer.SyncAsync(bench.PathOf("dir"), new S3Folder(TestBucket), new SyncOptions { Delete = true, Exclude = ["*.keep"] });

        Assert.That(kept, Is.EqualTo(new[] { "a", "extra", "extra.keep" }));
        Assert.That(deleting.Actions.Select(action => (action.Kind, action.Key)), Is.EqualTo(new[] { (SyncActionKind.DeleteObject, "extra") }));
        Assert.That(await FolderTests.KeysAsync(bench), Is.EqualTo(new[] { "a", "extra.keep" }));
    }

    [Test]
    public async Task Files_that_are_no_objects_are_deleted_if_they_are_to_be()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("a", [1]);
        bench.Write("dir/extra", [2]);
        bench.Write("dir/sub/extra.keep", [2]);

        SyncResult result = await bench.Transfer().SyncAsync(new S3Folder(TestBucket), bench.PathOf("dir"), new SyncOptions { Delete = true, Exclude = ["**/*.keep"] });

        Assert.That(result.Actions.Select(action => action.Kind), Is.EqualTo(new[] { SyncActionKind.Download, SyncActionKind.DeleteFile }));
        Assert.That(bench.FilesLeft, Is.EqualTo(new[] { "dir/a", "dir/sub/extra.keep" }));
    }

    [Test]
    public async Task File_that_cannot_be_deleted_is_named_and_stops_nothing_else()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("p/new", [1]);
        bench.Write("dir/a", [1]);
        bench.Write("dir/b", [1]);
        bench.Wire.Before = (request, _) =>
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/new", StringComparison.Ordinal))
            {
                File.Delete(bench.PathOf("dir/a"));
                Directory.CreateDirectory(bench.PathOf("dir/a"));
            }

            return Task.CompletedTask;
        };

        TransferException failure = (await Assert.ThrowsAsync<TransferException>(
            () => bench.Transfer().SyncAsync(new S3Folder(TestBucket, "p"), bench.PathOf("dir"), new SyncOptions { Delete = true })))!;

        Assert.That(failure.Failures.Select(static one => one.Key), Is.EqualTo(new[] { "p/a" }));
        Assert.That(bench.FilesLeft, Is.EqualTo(new[] { Path.Combine("dir", "new") }));
    }

    [Test]
    public async Task Dry_run_says_what_it_would_do_and_does_nothing()
    {
        await using TransferBench bench = await StartAsync();
        bench.Write("dir/a", [1]);
        await bench.PutAsync("b", [2]);
        SyncOptions options = new() { Delete = true, DryRun = true };

        SyncResult up = await bench.Transfer().SyncAsync(bench.PathOf("dir"), new S3Folder(TestBucket), options);
        SyncResult down = await bench.Transfer().SyncAsync(new S3Folder(TestBucket), bench.PathOf("dir"), options);

        Assert.That(up.Actions.Select(action => (action.Kind, action.Key)), Is.EqualTo(new[] { (SyncActionKind.Upload, "a"), (SyncActionKind.DeleteObject, "b") }));
        Assert.That(down.Actions.Select(action => (action.Kind, action.Key)), Is.EqualTo(new[] { (SyncActionKind.Download, "b"), (SyncActionKind.DeleteFile, "a") }));
        Assert.That(await FolderTests.KeysAsync(bench), Is.EqualTo(new[] { "b" }));
        Assert.That(bench.FilesLeft, Is.EqualTo(new[] { "dir/a" }));
    }

    [Test]
    public async Task Failure_keeps_everything_that_would_be_deleted()
    {
        await using TransferBench bench = await StartAsync();
        bench.Write("dir/a", [1]);
        await bench.PutAsync("extra", [2]);
        bench.Wire.Instead = request => request.Method == HttpMethod.Put ? WatchedTransport.Error(System.Net.HttpStatusCode.Forbidden, "AccessDenied") : null;

        await Assert.ThrowsAsync<TransferException>(() => bench.Transfer().SyncAsync(bench.PathOf("dir"), new S3Folder(TestBucket), new SyncOptions { Delete = true }));

        Assert.That(await FolderTests.KeysAsync(bench), Is.EqualTo(new[] { "extra" }));
    }
}
