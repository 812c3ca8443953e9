using static S3Gen.Tests.Transfer.TransferBench;

namespace S3Gen.Tests.Transfer;

/// <summary>Each manager stands for a process: they share nothing but the state file.</summary>
public sealed class ResumeTests
{
    private static readonly byte[] Large = RandomBytes((22 * MiB) + 345);

    [Test]
    public async Task Upload_goes_on_with_the_parts_that_are_missing()
    {
        await using TransferBench bench = await StartAsync();
        string path = bench.Write("f", Large);
        TransferCanceledException paused = await PauseUploadAsync(bench, path);
        int before = bench.Wire.Count("PUT", "partNumber=");
        ProgressRecorder progress = new();

        UploadResult result = await bench.Transfer().UploadFileAsync(TestBucket, "key", path, new UploadOptions { StateFile = bench.PathOf("state"), Progress = progress });

        Assert.That(paused.StateFile, Is.EqualTo(bench.PathOf("state")));
        Assert.That(bench.Wire.Count("PUT", "partNumber=") - before, Is.EqualTo(2));
        Assert.That(progress.Reports[0].BytesTransferred, Is.EqualTo(15 * MiB));
        Assert.That(progress.Reports[^1].BytesTransferred, Is.EqualTo(Large.Length));
        Assert.That(result.Parts, Is.EqualTo(5));
        AssertSame(await bench.GetAsync("key"), Large);
        Assert.That(bench.FilesLeft, Is.EqualTo(new[] { "f" }));
    }

    [Test]
    public async Task State_of_an_upload_is_readable_and_holds_no_secret()
    {
        await using TransferBench bench = await StartAsync();

        await PauseUploadAsync(bench, bench.Write("f", Large));

        string state = File.ReadAllText(bench.PathOf("state"));
        Assert.That(state, Does.Contain("\"version\": 1").And.Contain("\"kind\": \"upload\"").And.Contain("\"key\": \"key\""));
        Assert.That(state, Does.Not.Contain("secret/").And.Not.Contain("blue"));
    }

    [Test]
    public async Task Upload_of_a_file_that_has_changed_is_refused_by_name()
    {
        await using TransferBench bench = await StartAsync();
        string path = bench.Write("f", Large);
        await PauseUploadAsync(bench, path);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(1));

        TransferException refused = (await Assert.ThrowsAsync<TransferException>(
            () => bench.Transfer().UploadFileAsync(TestBucket, "key", path, new UploadOptions { StateFile = bench.PathOf("state") })))!;

        Assert.That(refused.Message, Does.Contain("has changed since the upload began"));
        Assert.That(File.Exists(bench.PathOf("state")), Is.True);
    }

    [Test]
    public async Task Upload_of_a_file_that_has_become_small_is_refused_too()
    {
        await using TransferBench bench = await StartAsync();
        string path = bench.Write("f", Large);
        await PauseUploadAsync(bench, path);
        bench.Write("f", [1, 2, 3]);

        await Assert.ThrowsAsync<TransferException>(
            () => bench.Transfer().UploadFileAsync(TestBucket, "key", path, new UploadOptions { StateFile = bench.PathOf("state") }));

        Assert.That(File.Exists(bench.PathOf("state")), Is.True, "it alone knows of the upload that is left");
    }

    [Test]
    public async Task State_of_another_transfer_is_refused_by_name()
    {
        await using TransferBench bench = await StartAsync();
        string path = bench.Write("f", Large);
        await PauseUploadAsync(bench, path);
        UploadOptions options = new() { StateFile = bench.PathOf("state") };

        TransferException otherKey = (await Assert.ThrowsAsync<TransferException>(() => bench.Transfer().UploadFileAsync(TestBucket, "other", path, options)))!;
        TransferException download = (await Assert.ThrowsAsync<TransferException>(
            () => bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("g"), new DownloadOptions { StateFile = bench.PathOf("state") })))!;

        Assert.That(otherKey.Message, Does.Contain("is of the upload of"));
        Assert.That(download.Message, Does.Contain("is not the state of download in version 1, but 'upload'"));
    }

    [TestCase("not JSON")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("{\"version\":2,\"kind\":\"upload\",\"bucket\":\"b\",\"key\":\"k\",\"path\":\"p\",\"size\":1,\"partSize\":1,\"uploadId\":\"u\",\"lastWriteTime\":\"2026-01-01T00:00:00Z\"}")]
    public async Task File_that_is_no_state_is_refused_and_left_alone(string content)
    {
        await using TransferBench bench = await StartAsync();
        File.WriteAllText(bench.PathOf("state"), content);

        TransferException refused = (await Assert.ThrowsAsync<TransferException>(
            () => bench.Transfer().UploadFileAsync(TestBucket, "key", bench.Write("f", Large), new UploadOptions { StateFile = bench.PathOf("state") })))!;

        Assert.That(refused.StateFile, Is.EqualTo(bench.PathOf("state")));
        Assert.That(File.ReadAllText(bench.PathOf("state")), Is.EqualTo(content));
    }

    [Test]
    public async Task Upload_that_somebody_has_aborted_begins_anew()
    {
        await using TransferBench bench = await StartAsync();
        string path = bench.Write("f", Large);
        TransferCanceledException paused = await PauseUploadAsync(bench, path);
        await bench.S3.AbortMultipartUploadAsync(TestBucket, "key", paused.UploadId!);

        await bench.Transfer().UploadFileAsync(TestBucket, "key", path, new UploadOptions { StateFile = bench.PathOf("state") });

        AssertSame(await bench.GetAsync("key"), Large);
    }

    [Test]
    public async Task Failed_upload_can_be_resumed_too()
    {
        await using TransferBench bench = await StartAsync();
        string path = bench.Write("f", Large);
        UploadOptions options = new() { StateFile = bench.PathOf("state") };
        bench.Wire.Instead = request => request.RequestUri!.Query.Contains("partNumber=4", StringComparison.Ordinal)
            ? WatchedTransport.Error(System.Net.HttpStatusCode.Forbidden, "AccessDenied")
            : null;
        TransferException failure = (await Assert.ThrowsAsync<TransferException>(() => bench.Transfer().UploadFileAsync(TestBucket, "key", path, options)))!;
        bench.Wire.Instead = null;

        await bench.Transfer().UploadFileAsync(TestBucket, "key", path, options);

        Assert.That(failure.InnerException, Is.InstanceOf<AccessDeniedException>());
        Assert.That(failure.StateFile, Is.EqualTo(options.StateFile));
        AssertSame(await bench.GetAsync("key"), Large);
    }

    [Test]
    public async Task Discarded_upload_is_aborted()
    {
        await using TransferBench bench = await StartAsync();
        await PauseUploadAsync(bench, bench.Write("f", Large));

        await bench.Transfer().DiscardAsync(bench.PathOf("state"));

        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
        Assert.That(bench.FilesLeft, Is.EqualTo(new[] { "f" }));
    }

    [Test]
    public async Task Download_goes_on_with_the_ranges_that_are_missing()
    {
        await using TransferBench bench = await StartAsync();
        TransferCanceledException paused = await PauseDownloadAsync(bench);
        int before = bench.Wire.Count("GET", " bytes=");

        DownloadResult result = await bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"), new DownloadOptions { StateFile = bench.PathOf("state") });

        Assert.That(paused.StateFile, Is.EqualTo(bench.PathOf("state")));
        Assert.That(bench.Wire.Count("GET", " bytes=") - before, Is.EqualTo(2));
        Assert.That(result.Size, Is.EqualTo(Large.Length));
        AssertSame(File.ReadAllBytes(bench.PathOf("file")), Large);
        Assert.That(bench.FilesLeft, Is.EqualTo(new[] { "file" }));
    }

    [Test]
    public async Task Download_of_an_object_that_has_changed_is_refused_by_name()
    {
        await using TransferBench bench = await StartAsync();
        await PauseDownloadAsync(bench);
        await bench.PutAsync("key", RandomBytes(Large.Length, seed: 2));

        TransferException refused = (await Assert.ThrowsAsync<TransferException>(
            () => bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"), new DownloadOptions { StateFile = bench.PathOf("state") })))!;

        Assert.That(refused.Message, Does.Contain("has changed since the download began"));
    }

    [Test]
    public async Task Download_whose_temporary_file_is_gone_begins_anew()
    {
        await using TransferBench bench = await StartAsync();
        await PauseDownloadAsync(bench);
        File.Delete(Directory.GetFiles(bench.Folder, ".s3gen-*").Single());

        await bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"), new DownloadOptions { StateFile = bench.PathOf("state") });

        AssertSame(File.ReadAllBytes(bench.PathOf("file")), Large);
    }

    [Test]
    public async Task Discarded_download_leaves_nothing()
    {
        await using TransferBench bench = await StartAsync();
        await PauseDownloadAsync(bench);

        await bench.Transfer().DiscardAsync(bench.PathOf("state"));

        Assert.That(bench.FilesLeft, Is.Empty);
    }

    [Test]
    public async Task State_that_names_another_file_as_the_temporary_one_deletes_nothing()
    {
        await using TransferBench bench = await StartAsync();
        await PauseDownloadAsync(bench);
        string victim = bench.Write("victim", [1]);
        string state = File.ReadAllText(bench.PathOf("state"));
        string temporary = Path.GetFileName(Directory.GetFiles(bench.Folder, ".s3gen-*").Single());
        File.WriteAllText(bench.PathOf("state"), state.Replace(temporary, "victim", StringComparison.Ordinal));

        await Assert.ThrowsAsync<TransferException>(() => bench.Transfer().DiscardAsync(bench.PathOf("state")));
        await Assert.ThrowsAsync<TransferException>(
            () => bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"), new DownloadOptions { StateFile = bench.PathOf("state") }));

        Assert.That(File.ReadAllBytes(victim), Is.EqualTo(new byte[] { 1 }));
    }

    /// <summary>Three of five parts are through.</summary>
    private static async Task<TransferCanceledException> PauseUploadAsync(TransferBench bench, string path)
    {
        using CancellationTokenSource pause = new();
        bench.Wire.Before = (request, token) => PauseAtAsync(request.RequestUri!.Query.Contains("partNumber=4", StringComparison.Ordinal), pause, token);
        UploadOptions options = new() { StateFile = bench.PathOf("state"), Settings = new ObjectSettings { Metadata = new Dictionary<string, string> { ["color"] = "blue" } } };
        S3Transfer transfer = bench.Transfer(new S3TransferOptions { PartSize = 5 * MiB, Concurrency = 1 });
        TransferCanceledException paused = (await Assert.ThrowsAsync<TransferCanceledException>(() => transfer.UploadFileAsync(TestBucket, "key", path, options, pause.Token)))!;
        bench.Wire.Before = null;
        return paused;
    }

    /// <inheritdoc cref="PauseUploadAsync"/>
    private static async Task<TransferCanceledException> PauseDownloadAsync(TransferBench bench)
    {
        using CancellationTokenSource pause = new();
        await bench.PutAsync("key", Large);
        bench.Wire.Before = (request, token) => PauseAtAsync(request.Headers.Range?.Ranges.First().From == 15 * MiB, pause, token);
        DownloadOptions options = new() { StateFile = bench.PathOf("state") };
        S3Transfer transfer = bench.Transfer(new S3TransferOptions { PartSize = 5 * MiB, Concurrency = 1 });
        TransferCanceledException paused = (await Assert.ThrowsAsync<TransferCanceledException>(
            () => transfer.DownloadFileAsync(TestBucket, "key", bench.PathOf("file"), options, pause.Token)))!;
        bench.Wire.Before = null;
        return paused;
    }

    private static async Task PauseAtAsync(bool isTime, CancellationTokenSource pause, CancellationToken cancellationToken)
    {
        if (isTime)
        {
            await pause.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
