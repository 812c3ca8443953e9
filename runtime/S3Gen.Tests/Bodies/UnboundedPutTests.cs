using System.IO.Pipelines;
using System.Net;
using S3Gen.Tests.Transfer;
using static S3Gen.Tests.Transfer.TransferBench;

namespace S3Gen.Tests.Bodies;

/// <summary>PutObject of bodies whose length nobody knows beforehand.</summary>
public sealed class UnboundedPutTests
{
    private static readonly byte[] Large = RandomBytes((12 * MiB) + 345);

    [Test]
    public async Task Small_body_is_one_request()
    {
        await using TransferBench bench = await StartAsync();

        PutObjectResponse stored = await PutAsync(bench, Request(RequestBody.FromStream(new TrickleStream(RandomBytes(1000)))));

        Assert.That(stored.ETag, Does.Not.Contain("-"));
        Assert.That(bench.Wire.Requests.Skip(1), Is.EqualTo(new[] { "PUT /transfers/key?x-id=PutObject" }));
        AssertSame(await bench.GetAsync("key"), RandomBytes(1000));
    }

    [Test]
    public async Task Large_body_goes_in_parts([Values("stream", "pipe", "sequence")] string source)
    {
        await using TransferBench bench = await StartAsync();
        RequestBody body = source switch
        {
            "stream" => RequestBody.FromStream(new TrickleStream(Large)),
            "pipe" => RequestBody.FromPipe(PipeReader.Create(new TrickleStream(Large))),
            _ => RequestBody.FromAsyncEnumerable(PiecesOf(Large)),
        };

        PutObjectResponse stored = await PutAsync(bench, Request(body));

        AssertSame(await bench.GetAsync("key"), Large);
        Assert.That(stored.ETag, Does.EndWith("-2\""));
        Assert.That(stored.Size, Is.EqualTo(Large.Length));
        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
    }

    [Test]
    public async Task What_the_request_says_of_the_object_is_kept_when_it_goes_in_parts()
    {
        await using TransferBench bench = await StartAsync();
        await PutAsync(bench, new PutObjectRequest
        {
            Bucket = TestBucket,
            Key = "key",
            Body = RequestBody.FromStream(new TrickleStream(Large)),
            ContentType = "text/x-large",
            CacheControl = "no-store",
            Tagging = "color=light%20blue&size=",
            Metadata = new Dictionary<string, string> { ["author"] = "me" },
            ChecksumAlgorithm = ChecksumAlgorithm.Crc32c,
        });

        HeadObjectResponse head = await bench.S3.HeadObjectAsync(new HeadObjectRequest { Bucket = TestBucket, Key = "key", ChecksumMode = ChecksumMode.Enabled });
        GetObjectTaggingResponse tags = await bench.S3.GetObjectTaggingAsync(TestBucket, "key");

        Assert.That((head.ContentType, head.CacheControl, head.Metadata["author"]), Is.EqualTo(("text/x-large", "no-store", "me")));
        Assert.That(head.ChecksumCRC32C, Is.Not.Null);
        Assert.That(tags.TagSet.Select(static tag => (tag.Key, tag.Value)), Is.EquivalentTo(new[] { ("color", "light blue"), ("size", string.Empty) }));
    }

    [Test]
    public async Task Condition_is_kept_when_it_goes_in_parts()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("key", [1]);

        S3Exception refused = (await Assert.ThrowsAsync<S3Exception>(() => PutAsync(bench, new PutObjectRequest
        {
            Bucket = TestBucket,
            Key = "key",
            Body = RequestBody.FromStream(new TrickleStream(Large)),
            IfNoneMatch = "*",
        })))!;

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
    }

    [Test]
    public async Task Progress_counts_the_bytes_of_all_parts()
    {
        await using TransferBench bench = await StartAsync();
        ProgressRecorder progress = new();

        await PutAsync(bench, Request(RequestBody.FromStream(new TrickleStream(Large)).WithProgress(progress)));

        Assert.That(progress.Reports[^1].BytesTransferred, Is.EqualTo(Large.Length));
    }

    [Test]
    public async Task Source_that_breaks_leaves_nothing_behind()
    {
        await using TransferBench bench = await StartAsync();

        await Assert.ThrowsAsync<InvalidDataException>(() => PutAsync(bench, Request(RequestBody.FromStream(new TrickleStream(Large) { FailsAt = 11 * MiB }))));

        Assert.That(await bench.CountUploadsAsync(), Is.Zero);
    }

    [Test]
    public async Task Stream_that_the_operation_owns_is_disposed_at_its_end([Values(100, 12 * MiB)] int length)
    {
        await using TransferBench bench = await StartAsync();
        TrickleStream stream = new(RandomBytes(length));

        await PutAsync(bench, Request(RequestBody.FromStream(stream, leaveOpen: false)));

        Assert.That(stream.IsDisposed, Is.True);
    }

    [Test]
    public async Task Body_that_was_sent_is_not_sent_again()
    {
        await using TransferBench bench = await StartAsync();
        RequestBody body = RequestBody.FromStream(new TrickleStream(RandomBytes(1000)));
        await PutAsync(bench, Request(body));

        ArgumentException refused = (await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(bench, Request(body))))!;

        Assert.That(refused.Message, Does.Contain("PutObjectRequest.Body was sent before"));
    }

    [Test]
    public async Task Digest_of_the_whole_is_refused_where_it_would_go_in_parts()
    {
        await using TransferBench bench = await StartAsync();

        ArgumentException refused = (await Assert.ThrowsAsync<ArgumentException>(() => PutAsync(bench, new PutObjectRequest
        {
            Bucket = TestBucket,
            Key = "key",
            Body = RequestBody.FromStream(new TrickleStream(Large)),
            ContentMD5 = "XUFAKrxLKna5cZ2REBfFkg==",
        })))!;

        Assert.That(refused.Message, Does.Contain("PutObjectRequest.ContentMD5").And.Contain("contentLength"));
        Assert.That(bench.Wire.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Part_of_unknown_length_is_sent_if_it_is_no_longer_than_a_part()
    {
        await using TransferBench bench = await StartAsync();
        string upload = (await bench.S3.CreateMultipartUploadAsync(new CreateMultipartUploadRequest { Bucket = TestBucket, Key = "key" })).UploadId!;

        UploadPartResponse part = await bench.S3.UploadPartAsync(new UploadPartRequest
        {
            Bucket = TestBucket,
            Key = "key",
            UploadId = upload,
            PartNumber = 1,
            Body = RequestBody.FromStream(new TrickleStream(RandomBytes(6 * MiB))),
        });

        Assert.That(part.ETag, Is.Not.Null);
    }

    [Test]
    public async Task Body_of_a_response_is_piped_into_another_object()
    {
        await using TransferBench bench = await StartAsync();
        await bench.PutAsync("source", Large);

        using (GetObjectResponse source = await bench.S3.GetObjectAsync(TestBucket, "source"))
        {
            await bench.S3.PutObjectAsync(new PutObjectRequest
            {
                Bucket = TestBucket,
                Key = "copy",
                Body = RequestBody.FromStream(source.Body),
            });
        }

        AssertSame(await bench.GetAsync("copy"), Large);
        Assert.That(bench.Wire.Count("PUT", "/transfers/copy"), Is.EqualTo(1));
    }

    private static PutObjectRequest Request(RequestBody body) => new() { Bucket = TestBucket, Key = "key", Body = body };

    private static Task<PutObjectResponse> PutAsync(TransferBench bench, PutObjectRequest request) => bench.S3.PutObjectAsync(request);

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesOf(byte[] content)
    {
        for (int start = 0; start < content.Length; start += 99_991)
        {
            await Task.Yield();
            yield return content.AsMemory(start, Math.Min(99_991, content.Length - start));
        }
    }
}
