using System.Net;
using static S3Gen.Tests.Transfer.TransferBench;

namespace S3Gen.Tests.Transfer;

public sealed class UploadTests
{
    private static readonly byte[] Large = RandomBytes((12 * MiB) + 345);

    [Test]
    public async Task Small_file_is_one_request()
    {
        await using TransferBench bench = await StartAsync();
        byte[] content = RandomBytes(1000);

        UploadResult result = await bench.Transfer().UploadFileAsync(TestBucket, "small.txt", bench.Write("f", content));

        AssertSame(await bench.GetAsync("small.txt"), content);
        Assert.That(result, Is.EqualTo(new UploadResult(TestBucket, "small.txt", 1000, result.ETag, null, 0)));
        Assert.That(bench.Wire.Requests[1], Does.StartWith("PUT /transfers/small.txt"));
    }

    [Test]
    public async Task Empty_file_is_an_empty_object()
    {
        await using TransferBench bench = await StartAsync();

        await bench.Transfer().UploadFileAsync(TestBucket, "empty", bench.Write("f", []));

        Assert.That(await bench.GetAsync("empty"), Is.Empty);
    }

    [Test]
    public async Task Large_file_goes_in_parts_of_the_planned_size()
    {
        await using TransferBench bench = await StartAsync();

        UploadResult result = await bench.Transfer().UploadFileAsync(TestBucket, "large", bench.Write("f", Large));

        AssertSame(await bench.GetAsync("large"), Large);
        Assert.That(result.Parts, Is.EqualTo(3));
        Assert.That(result.ETag, Does.EndWith("-3\""));
        Assert.That(bench.Wire.Count("PUT", "partNumber="), Is.EqualTo(3));
    }

    [Test]
    public async Task Stream_of_unknown_length_goes_in_parts_until_it_ends([Values(0, 1, 5 * MiB - 1, 5 * MiB, 5 * MiB + 1, 10 * MiB, 12_345_678)] int length)
    {
        await using TransferBench bench = await StartAsync();
        byte[] content = RandomBytes(length);

        UploadResult result = await bench.Transfer().UploadAsync(TestBucket, "key", new TrickleStream(content));

        AssertSame(await bench.GetAsync("key"), content);
        Assert.That(result.Size, Is.EqualTo(length));
        Assert.That(result.Parts, Is.EqualTo(length < 5 * MiB ? 0 : (length + (5 * MiB) - 1) / (5 * MiB)));
    }

    [Test]
    public async Task Stream_is_uploaded_from_where_it_stands_and_stays_open()
    {
        await using TransferBench bench = await StartAsync();
        using MemoryStream stream = new(Large) { Position = 345 };

        await bench.Transfer().UploadAsync(TestBucket, "key", stream);

        AssertSame(await bench.GetAsync("key"), Large[345..]);
        Assert.That(stream.CanRead, Is.True);
    }

    [Test]
    public async Task Part_that_fails_is_sent_again_alone()
    {
        await using TransferBench bench = await StartAsync();
        int failures = 2;
        bench.Wire.Instead = request => request.RequestUri!.Query.Contains("partNumber=2", StringComparison.Ordinal) && Interlocked.Decrement(ref failures) >= 0
            ? WatchedTransport.Error(HttpStatusCode.ServiceUnavailable, "SlowDown")
            : null;

        await bench.Transfer().UploadFileAsync(TestBucket, "key", bench.Write("f", Large));

        AssertSame(await bench.GetAsync("key"), Large);
        Assert.That(bench.Wire.Count("PUT", "partNumber=1"), Is.EqualTo(1));
        Assert.That(bench.Wire.Count("PUT", "partNumber=2"), Is.EqualTo(3));
    }

    [Test]
    public async Task Refused_part_aborts_the_upload_and_passes_its_exception_on()
    {
        await using TransferBench bench = await StartAsync();
        bench.Wire.Instead = request => request.RequestUri!.Query.Contains("partNumber=2", StringComparison.Ordinal)
            ? WatchedTransport.Error(HttpStatusCode.Forbidden, "AccessDenied")
            : null;

        await Assert.ThrowsAsync<AccessDeniedException>(() => bench.Transfer().UploadFileAsync(TestBucket, "key", bench.Write("f", Large)));

        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
    }

    [Test]
    public async Task Upload_that_cannot_be_aborted_is_named()
    {
        await using TransferBench bench = await StartAsync();
        bench.Wire.Instead = request =>
            request.RequestUri!.Query.Contains("partNumber=2", StringComparison.Ordinal) || request.Method == HttpMethod.Delete
                ? WatchedTransport.Error(HttpStatusCode.Forbidden, "AccessDenied")
                : null;

        TransferException failure = (await Assert.ThrowsAsync<TransferException>(() => bench.Transfer().UploadFileAsync(TestBucket, "key", bench.Write("f", Large))))!;
        bench.Wire.Instead = null;

        string left = (await bench.S3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { Bucket = TestBucket })).Uploads.Single().UploadId!;
        Assert.That(failure.UploadId, Is.EqualTo(left));
        Assert.That(failure.Message, Does.Contain(left));
        Assert.That(failure.InnerException, Is.InstanceOf<AccessDeniedException>());
    }

    [Test]
    public async Task Canceled_upload_is_aborted()
    {
        await using TransferBench bench = await StartAsync();
        using CancellationTokenSource cancel = new();
        bench.Wire.Before = async (request, token) =>
        {
            if (request.RequestUri!.Query.Contains("partNumber=3", StringComparison.Ordinal))
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
            }
        };

        Exception canceled = (await Assert.CatchAsync<OperationCanceledException>(() => bench.Transfer().UploadFileAsync(TestBucket, "key", bench.Write("f", Large), null, cancel.Token)))!;

        Assert.That(((OperationCanceledException)canceled).CancellationToken, Is.EqualTo(cancel.Token));
        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
    }

    [Test]
    public async Task Upload_canceled_before_its_creation_is_answered_is_aborted()
    {
        await using TransferBench bench = await StartAsync();
        using CancellationTokenSource cancel = new();
        bench.Wire.After = (request, response) =>
        {
            if (request.Method == HttpMethod.Post && request.RequestUri!.Query.StartsWith("?uploads", StringComparison.Ordinal))
            {
                cancel.Cancel();
            }

            return response;
        };

        OperationCanceledException canceled = (await Assert.CatchAsync<OperationCanceledException>(
            () => bench.Transfer().UploadFileAsync(TestBucket, "key", bench.Write("f", Large), null, cancel.Token)))!;

        Assert.That(canceled.CancellationToken, Is.EqualTo(cancel.Token));
        Assert.That(bench.Wire.Count("PUT", "partNumber"), Is.Zero);
        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
    }

    [Test]
    public async Task Source_stream_that_fails_aborts_the_upload()
    {
        await using TransferBench bench = await StartAsync();

        InvalidDataException failure = (await Assert.ThrowsAsync<InvalidDataException>(
            () => bench.Transfer().UploadAsync(TestBucket, "key", new TrickleStream(Large) { FailsAt = 11 * MiB })))!;

        Assert.That(failure.Message, Is.EqualTo("the source is broken"));
        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
    }

    [Test]
    public async Task File_that_changes_on_the_way_is_refused()
    {
        await using TransferBench bench = await StartAsync();
        string path = bench.Write("f", Large);
        bench.Wire.Before = (request, _) =>
        {
            if (request.RequestUri!.Query.Contains("partNumber=3", StringComparison.Ordinal))
            {
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(1));
            }

            return Task.CompletedTask;
        };

        TransferException failure = (await Assert.ThrowsAsync<TransferException>(() => bench.Transfer().UploadFileAsync(TestBucket, "key", path)))!;

        Assert.That(failure.Message, Does.Contain("was changed while it was being uploaded"));
        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
    }

    [Test]
    public async Task Lost_answer_to_the_completion_is_no_failure()
    {
        await using TransferBench bench = await StartAsync();
        int losses = 1;
        bench.Wire.After = (request, response) => request.Method == HttpMethod.Post && request.RequestUri!.Query.Contains("uploadId", StringComparison.Ordinal) && Interlocked.Decrement(ref losses) >= 0
            ? throw new HttpRequestException("the answer was lost")
            : response;

        UploadResult result = await bench.Transfer().UploadFileAsync(TestBucket, "key", bench.Write("f", Large));

        AssertSame(await bench.GetAsync("key"), Large);
        Assert.That(result.ETag, Does.EndWith("-3\""));
    }

    [Test]
    public async Task Lost_answer_to_the_creation_leaves_no_upload()
    {
        await using TransferBench bench = await StartAsync();
        int losses = 1;
        bench.Wire.After = (request, response) => request.RequestUri!.Query.Contains("uploads", StringComparison.Ordinal) && Interlocked.Decrement(ref losses) >= 0
            ? throw new HttpRequestException("the answer was lost")
            : response;

        await bench.Transfer().UploadFileAsync(TestBucket, "key", bench.Write("f", Large));

        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
    }

    [Test]
    public async Task Upload_under_way_is_not_taken_for_one_whose_answer_was_lost()
    {
        await using TransferBench bench = await StartAsync();
        TaskCompletionSource isCreated = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource maySend = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Wire.Before = (request, token) =>
        {
            if (!request.RequestUri!.Query.Contains("partNumber", StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            isCreated.TrySetResult();
            return maySend.Task.WaitAsync(token);
        };
        S3Transfer transfer = bench.Transfer();
        Task<UploadResult> first = transfer.UploadFileAsync(TestBucket, "key", bench.Write("f", Large));
        await isCreated.Task;
        bench.Wire.Before = null;
        int losses = 1;
        bench.Wire.After = (request, response) => request.RequestUri!.Query.Contains("uploads", StringComparison.Ordinal) && Interlocked.Decrement(ref losses) >= 0
            ? throw new HttpRequestException("the answer was lost")
            : response;

        await transfer.UploadFileAsync(TestBucket, "key", bench.Write("g", RandomBytes(6 * MiB)));
        maySend.SetResult();
        await first;

        AssertSame(await bench.GetAsync("key"), Large);
        Assert.That(losses, Is.LessThanOrEqualTo(0));
        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
    }

    [Test]
    public async Task Settings_are_kept_with_the_object_whichever_way_it_is_written([Values(10, 6 * MiB)] int size)
    {
        await using TransferBench bench = await StartAsync();
        ObjectSettings settings = new()
        {
            CacheControl = "no-cache",
            ContentDisposition = "attachment",
            Metadata = new Dictionary<string, string> { ["color"] = "blue" },
            Tags = new Dictionary<string, string> { ["a b"] = "c=d+e" },
            StorageClass = StorageClass.StandardIa,
            ChecksumAlgorithm = ChecksumAlgorithm.Crc32c,
        };

        await bench.Transfer().UploadFileAsync(TestBucket, "photo.JPG", bench.Write("f", RandomBytes(size)), new UploadOptions { Settings = settings });

        HeadObjectResponse head = await bench.S3.HeadObjectAsync(new HeadObjectRequest { Bucket = TestBucket, Key = "photo.JPG", ChecksumMode = ChecksumMode.Enabled });
        GetObjectTaggingResponse tags = await bench.S3.GetObjectTaggingAsync(TestBucket, "photo.JPG");
        Assert.That(head.ContentType, Is.EqualTo("image/jpeg"));
        Assert.That(head.CacheControl, Is.EqualTo("no-cache"));
        Assert.That(head.ContentDisposition, Is.EqualTo("attachment"));
        Assert.That(head.Metadata["color"], Is.EqualTo("blue"));
        Assert.That(head.StorageClass, Is.EqualTo(StorageClass.StandardIa));
        Assert.That(head.ChecksumCRC32C, Is.Not.Null);
        Assert.That(tags.TagSet.Select(tag => (tag.Key, tag.Value)), Is.EqualTo(new[] { ((string?)"a b", (string?)"c=d+e") }));
    }

    [Test]
    public async Task All_transfers_of_a_manager_share_its_concurrency()
    {
        await using TransferBench bench = await StartAsync();
        bench.Wire.Before = (_, token) => Task.Delay(5, token);
        string path = bench.Write("f", Large);
        S3Transfer transfer = bench.Transfer(new S3TransferOptions { PartSize = 5 * MiB, Concurrency = 3 });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => transfer.UploadFileAsync(TestBucket, $"key-{i}", path)));

        // Creations and completions take no turn; at most one for each transfer runs beside the parts.
        Assert.That(bench.Wire.MostAtOnce, Is.LessThanOrEqualTo(3 + 4));
    }

    [Test]
    public async Task Progress_ends_at_the_whole_and_never_goes_back()
    {
        await using TransferBench bench = await StartAsync();
        ProgressRecorder progress = new();
        int failures = 1;
        bench.Wire.Instead = request => request.RequestUri!.Query.Contains("partNumber=2", StringComparison.Ordinal) && Interlocked.Decrement(ref failures) >= 0
            ? WatchedTransport.Error(HttpStatusCode.InternalServerError, "InternalError")
            : null;

        await bench.Transfer().UploadFileAsync(TestBucket, "key", bench.Write("f", Large), new UploadOptions { Progress = progress });

        Assert.That(progress.Reports.Select(report => report.BytesTransferred), Is.Ordered);
        Assert.That(progress.Reports[^1], Is.EqualTo(new TransferProgress(Large.Length, Large.Length) { PartsTransferred = 3, TotalParts = 3, BytesPerSecond = progress.Reports[^1].BytesPerSecond }));
        Assert.That(progress.Reports[^1].BytesPerSecond, Is.Positive);
    }
}
