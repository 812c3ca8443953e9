using System.Net;
using static S3Gen.Tests.Transfer.TransferBench;

namespace S3Gen.Tests.Transfer;

public sealed class DownloadTests
{
    private static readonly byte[] Large = RandomBytes((22 * MiB) + 345);

    [Test]
    public async Task File_is_byte_equal_and_nothing_is_beside_it([Values(0, 1, 5 * MiB - 1, 5 * MiB, 5 * MiB + 1, 22 * MiB + 345)] int size)
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("key", Large[..size]);

        DownloadResult result = await bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));

        AssertSame(File.ReadAllBytes(bench.PathOf("file")), Large[..size]);
        Assert.That(result.Size, Is.EqualTo(size));
        Assert.That(bench.FilesLeft, Is.EqualTo(new[] { "file" }));
    }

    [Test]
    public async Task Stream_gets_the_bytes_in_order([Values(0, 1, 5 * MiB, 5 * MiB + 1, 22 * MiB + 345)] int size)
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("key", Large[..size]);
        using MemoryStream destination = new();

        await bench.Transfer().DownloadAsync(TestBucket, "key", destination);

        AssertSame(destination.ToArray(), Large[..size]);
    }

    [Test]
    public async Task All_ranges_but_the_first_are_of_the_same_object()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("key", Large);
        List<string> conditions = [];
        bench.Wire.Before = (request, _) =>
        {
            lock (conditions)
            {
                conditions.Add(request.Headers.TryGetValues("If-Match", out IEnumerable<string>? values) ? values.Single() : "none");
            }

            return Task.CompletedTask;
        };

        DownloadResult result = await bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));

        Assert.That(conditions, Is.EqualTo(new[] { "none", result.ETag, result.ETag, result.ETag, result.ETag }));
    }

    [Test]
    public async Task Range_that_breaks_off_goes_on_where_it_broke()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("key", Large);
        int breaks = 1;
        bench.Wire.After = (request, response) =>
        {
            if (request.Headers.Range?.Ranges.First().From == 10 * MiB && Interlocked.Decrement(ref breaks) >= 0)
            {
                response.Content = new BrokenContent(response.Content, MiB);
            }

            return response;
        };

        await bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));

        AssertSame(File.ReadAllBytes(bench.PathOf("file")), Large);
        Assert.That(bench.Wire.Count("GET", $" bytes={11 * MiB}-{(15 * MiB) - 1}"), Is.EqualTo(1));
    }

    [Test]
    public async Task Object_that_changes_on_the_way_is_refused_and_nothing_is_left()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("key", Large);
        int changes = 1;
        bench.Wire.Before = async (request, _) =>
        {
            if (request.Headers.Contains("If-Match") && Interlocked.Decrement(ref changes) >= 0)
            {
                await bench.PutAsync("key", RandomBytes(Large.Length, seed: 2));
            }
        };

        TransferException failure = (await Assert.ThrowsAsync<TransferException>(() => bench.Transfer(new S3TransferOptions { PartSize = 5 * MiB, Concurrency = 1 }).DownloadFileAsync(TestBucket, "key", bench.PathOf("file"))))!;

        Assert.That(failure.Message, Does.Contain("was changed or deleted while it was being downloaded"));
        Assert.That(bench.FilesLeft, Is.Empty);
    }

    [Test]
    public async Task Missing_object_is_its_own_exception_and_nothing_is_left()
    {
        await using TransferBench bench = await StartAsync();

        await Assert.ThrowsAsync<NoSuchKeyException>(() => bench.Transfer().DownloadFileAsync(TestBucket, "missing", bench.PathOf("file")));

        Assert.That(bench.FilesLeft, Is.Empty);
    }

    [Test]
    public async Task Failure_leaves_the_file_that_was_there()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("key", Large);
        bench.Write("file", [1, 2, 3]);
        bench.Wire.Instead = request => request.Headers.Contains("If-Match") ? WatchedTransport.Error(HttpStatusCode.Forbidden, "AccessDenied") : null;

        await Assert.ThrowsAsync<AccessDeniedException>(() => bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file")));

        Assert.That(File.ReadAllBytes(bench.PathOf("file")), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(bench.FilesLeft, Is.EqualTo(new[] { "file" }));
    }

    [Test]
    public async Task File_that_is_there_is_kept_if_it_is_not_to_be_replaced()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("key", Large);
        bench.Write("file", [1, 2, 3]);

        await Assert.ThrowsAsync<IOException>(() => bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"), new DownloadOptions { Overwrite = false }));

        Assert.That(File.ReadAllBytes(bench.PathOf("file")), Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    [Test]
    public async Task Store_that_knows_no_ranges_is_read_in_one_piece()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("key", Large);
        bench.Wire.Before = (request, _) =>
        {
            request.Headers.Remove("Range");
            request.Headers.Remove("Authorization");
            return Task.CompletedTask;
        };
        bench.Wire.Instead = request => request.Method == HttpMethod.Get ? new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(Large),
            Headers = { ETag = new("\"whole\"") },
        } : null;

        await bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"));

        AssertSame(File.ReadAllBytes(bench.PathOf("file")), Large);
    }

    [Test]
    public async Task Download_into_an_upload_of_the_same_manager_does_not_wait_for_itself()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("key", Large);
        S3Transfer transfer = bench.Transfer(new S3TransferOptions { PartSize = 5 * MiB, Concurrency = 1 });
        System.IO.Pipelines.Pipe pipe = new();

        async Task DownloadAsync()
        {
            await transfer.DownloadAsync(TestBucket, "key", pipe.Writer.AsStream());
            await pipe.Writer.CompleteAsync();
        }

        await Task.WhenAll(DownloadAsync(), transfer.UploadAsync(TestBucket, "copy", pipe.Reader.AsStream()));

        AssertSame(await bench.GetAsync("copy"), Large);
    }

    [Test]
    public async Task Progress_counts_bytes_and_parts()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("key", Large);
        ProgressRecorder progress = new();

        await bench.Transfer().DownloadFileAsync(TestBucket, "key", bench.PathOf("file"), new DownloadOptions { Progress = progress });

        Assert.That(progress.Reports.Select(report => report.BytesTransferred), Is.Ordered);
        Assert.That((progress.Reports[^1].BytesTransferred, progress.Reports[^1].TotalBytes, progress.Reports[^1].PartsTransferred, progress.Reports[^1].TotalParts), Is.EqualTo((Large.Length, (long?)Large.Length, 5, (int?)5)));
    }

    /// <summary>Content whose stream fails after some bytes.</summary>
    private sealed class BrokenContent : HttpContent
    {
        private readonly HttpContent _inner;
        private readonly int _length;

        public BrokenContent(HttpContent inner, int length)
        {
            _inner = inner;
            _length = length;
            foreach ((string name, IEnumerable<string> values) in inner.Headers)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override async Task<Stream> CreateContentReadStreamAsync()
        {
            byte[] start = new byte[_length];
            await (await _inner.ReadAsStreamAsync()).ReadExactlyAsync(start);
            return new MemoryStream(start);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = _inner.Headers.ContentLength ?? 0;
            return true;
        }
    }
}
