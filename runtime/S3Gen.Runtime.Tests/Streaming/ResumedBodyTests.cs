using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Streaming;

/// <summary>A body that breaks off is completed by another request, or is an exception that says why not.</summary>
public sealed class ResumedBodyTests
{
    private static readonly string Content = string.Concat(Enumerable.Range(0, 20_000).Select(static i => (char)('a' + (i % 26))));

    [Test]
    public async Task Body_that_breaks_off_goes_on_where_it_broke([Values] bool resets)
    {
        CutObject source = new(Content, 5) { Resets = resets };
        await using RawServer server = new(source.Answer);
        using ClientPipeline client = TestClient.For(server);

        using TestResponse response = await client.RunAsync(TestOperation.Download);
        string read = await ReadAsync(response.Body);

        Assert.That(read, Is.EqualTo(Content));
        Assert.That(server.Requests, Has.Length.EqualTo(2));
        Assert.That(server.Requests[0], Does.Not.Contain("Range:").IgnoreCase);
        Assert.That(server.Requests[1], resets ? Does.Contain("-19999\r\n") : Does.Contain("ange: bytes=5-19999\r\n"));
        Assert.That(server.Requests[1], Does.Contain("If-Match: \"v1\"\r\n").IgnoreCase.And.Contain("Authorization: "));
    }

    [TestCase("bytes=100-299", 100, 299)]
    [TestCase("bytes=19000-", 19_000, 19_999)]
    [TestCase("bytes=-50", 19_950, 19_999)]
    public async Task Range_that_the_caller_asked_for_stays_its_end(string range, int first, int last)
    {
        CutObject source = new(Content, 7, 11);
        await using RawServer server = new(source.Answer);
        using ClientPipeline client = TestClient.For(server);

        using TestResponse response = await client.RunAsync(TestOperation.Download, new TestRequest { Write = head => head.AddHeader("range", range) });

        Assert.That(await ReadAsync(response.Body), Is.EqualTo(Content[first..(last + 1)]));
        Assert.That(server.Requests[1], Does.Contain($"ange: bytes={first + 7}-{last}\r\n"));
        Assert.That(server.Requests[2], Does.Contain($"ange: bytes={first + 18}-{last}\r\n"));
    }

    [Test]
    public async Task Headers_of_the_request_are_sent_again_and_its_condition_is_sharpened()
    {
        CutObject source = new(Content, 5);
        await using RawServer server = new(source.Answer);
        using ClientPipeline client = new(
            TestOperation.S3, new ClientOptions { BasedOn = TestClient.Options(server.Url), AllowCustomerKeysOverHttp = true });
        TestRequest request = new()
        {
            Write = static head =>
            {
                head.AddCustomerKey("x-amz-server-side-encryption-customer-key", "c2VjcmV0", "Key");
                head.AddHeader("x-amz-server-side-encryption-customer-algorithm", "AES256");
            },
        };

        using TestResponse response = await client.RunAsync(TestOperation.Download, request);

        Assert.That(await ReadAsync(response.Body), Is.EqualTo(Content));
        Assert.That(server.Requests[1], Does.Contain("customer-key: c2VjcmV0\r\n").And.Contain("customer-algorithm: AES256\r\n"));
    }

    [Test]
    public async Task Reading_without_await_goes_on_too()
    {
        CutObject source = new(Content, 100, 200);
        await using RawServer server = new(source.Answer);
        using ClientPipeline client = TestClient.For(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);
        using MemoryStream copy = new();

        response.Body.CopyTo(copy);

        Assert.That(Encoding.ASCII.GetString(copy.ToArray()), Is.EqualTo(Content));
    }

    [Test]
    public async Task Silence_is_a_break_too()
    {
        CutObject source = new(Content);
        await using RawServer server = new(request => request.Contains("ange: bytes=", StringComparison.Ordinal)
            ? source.Answer(request)
            : Reply.Silence($"HTTP/1.1 200 OK\r\nContent-Length: {Content.Length}\r\nETag: \"v1\"\r\n\r\n{Content[..10]}"));
        using ClientPipeline client = TestClient.For(server, readTimeout: TimeSpan.FromMilliseconds(300));

        using TestResponse response = await client.RunAsync(TestOperation.Download);

        Assert.That(await ReadAsync(response.Body), Is.EqualTo(Content));
        Assert.That(server.Requests[1], Does.Contain("ange: bytes=10-19999\r\n"));
    }

    [Test]
    public async Task Checksum_covers_all_pieces([Values] bool isRight)
    {
        string checksum = Checksum.ComputeBase64(ChecksumKind.Crc64Nvme, Encoding.ASCII.GetBytes(isRight ? Content : Content + "!"));
        CutObject source = new(Content, 9, 8_000) { Headers = $"x-amz-checksum-crc64nvme: {checksum}\r\n" };
        await using RawServer server = new(source.Answer);
        using ClientPipeline client = new(
            TestOperation.S3, new ClientOptions { BasedOn = TestClient.Options(server.Url), ResponseChecksumValidation = ChecksumPolicy.WhenSupported });

        using TestResponse response = await client.RunAsync(TestOperation.Download);

        Assert.That(() => ReadAsync(response.Body), isRight ? Is.EqualTo(Content) : Throws.InstanceOf<ChecksumMismatchException>());
        Assert.That(server.Requests, Has.Length.EqualTo(3));
    }

    [Test]
    public async Task Object_that_was_replaced_meanwhile_is_a_typed_exception()
    {
        CutObject source = new(Content, 5);
        await using RawServer server = new(source.Answer);
        using ClientPipeline client = TestClient.For(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);
        source.ETag = "\"v2\"";

        ContentChangedException? e = await Assert.ThrowsAsync<ContentChangedException>(() => ReadAsync(response.Body));

        Assert.That((int)e!.StatusCode, Is.EqualTo(412));
        Assert.That(e.RequestId, Is.EqualTo("R"));
        Assert.That(e.InnerException, Is.InstanceOf<TestException>());
        await Assert.ThrowsAsync<ContentChangedException>(() => ReadAsync(response.Body));
        Assert.That(server.Requests, Has.Length.EqualTo(2), "who reads on hears the same");
    }

    [TestCase("206 X\r\nContent-Range: bytes 5-19999/20000\r\nETag: \"v2\"", typeof(ContentChangedException))]
    [TestCase("206 X\r\nContent-Range: bytes 5-19999/20000", typeof(ContentChangedException))]
    [TestCase("206 X\r\nContent-Range: bytes 4-19999/20000\r\nETag: \"v1\"", typeof(TestException))]
    [TestCase("206 X\r\nContent-Range: bytes 5-19998/20000\r\nETag: \"v1\"", typeof(TestException))]
    [TestCase("206 X\r\nETag: \"v1\"", typeof(TestException))]
    [TestCase("200 X\r\nETag: \"v1\"", typeof(TestException))]
    public async Task Rest_that_is_not_what_was_asked_for_is_refused(string head, Type exception)
    {
        await using RawServer server = new(
            Reply.Cut($"HTTP/1.1 200 OK\r\nContent-Length: {Content.Length}\r\nETag: \"v1\"\r\n\r\n{Content[..5]}"),
            Reply.Raw($"HTTP/1.1 {head}\r\nContent-Length: {Content.Length - 5}\r\n\r\n{Content[5..]}"));
        using ClientPipeline client = TestClient.For(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);

        Exception? e = await Assert.ThrowsAsync(exception, () => ReadAsync(response.Body));

        Assert.That(((ServiceException)e!).IsMalformedResponse, Is.True);
        Assert.That(client.ActiveConnections, Is.Zero);
    }

    [TestCase("ETag: W/\"v1\"\r\n")]
    [TestCase("")]
    public async Task Body_of_something_without_a_strong_validator_stays_broken(string etag)
    {
        await using RawServer server = new(Reply.Cut($"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n{etag}\r\nabc"));
        using ClientPipeline client = TestClient.For(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);

        await Assert.ThrowsAsync(Is.InstanceOf<IOException>(), () => ReadAsync(response.Body));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Part_that_was_not_asked_for_by_its_range_stays_broken()
    {
        await using RawServer server = new(
            Reply.Cut("HTTP/1.1 206 X\r\nContent-Length: 100\r\nContent-Range: bytes 0-99/300\r\nETag: \"v1\"\r\n\r\nabc"));
        using ClientPipeline client = TestClient.For(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);

        await Assert.ThrowsAsync(Is.InstanceOf<IOException>(), () => ReadAsync(response.Body));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Operation_that_takes_no_ranges_is_not_sent_again()
    {
        CutObject source = new(Content, 5);
        await using RawServer server = new(source.Answer);
        using ClientPipeline client = TestClient.For(server);
        using TestResponse response = await client.RunAsync(TestOperation.Get);

        await Assert.ThrowsAsync(Is.InstanceOf<IOException>(), () => ReadAsync(response.Body));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [TestCase(0, 1)]
    [TestCase(1, 2)]
    [TestCase(3, 4)]
    public async Task Breaks_count_as_retries_and_the_last_one_is_told(int maxRetries, int requests)
    {
        CutObject source = new(Content, 5, 5, 5, 5, 5, 5, 5);
        await using RawServer server = new(source.Answer);
        using ClientPipeline client = TestClient.For(server, maxRetries);
        using TestResponse response = await client.RunAsync(TestOperation.Download);

        HttpIOException? e = await Assert.ThrowsAsync<HttpIOException>(() => ReadAsync(response.Body));

        Assert.That(e!.HttpRequestError, Is.EqualTo(HttpRequestError.ResponseEnded));
        Assert.That(e.Message, maxRetries == 0 ? Is.Not.Empty : Does.Contain("retries are used up"));
        Assert.That(server.Requests, Has.Length.EqualTo(requests));
    }

    [Test]
    public async Task Retries_of_the_request_are_not_there_for_its_body()
    {
        CutObject source = new(Content, 5, 5, 5);
        int count = 0;
        await using RawServer server = new(request => count++ is 0 or 2 ? Reply.Error(503, "SlowDown") : source.Answer(request));
        using ClientPipeline client = TestClient.For(server, maxRetries: 3);
        using TestResponse response = await client.RunAsync(TestOperation.Download);

        await Assert.ThrowsAsync<HttpIOException>(() => ReadAsync(response.Body));

        Assert.That(server.Requests, Has.Length.EqualTo(4), "an attempt and three retries: one of the head, one for the rest, one of that");
    }

    [Test]
    public async Task Pause_before_the_rest_is_asked_for_can_be_canceled()
    {
        CutObject source = new(Content, 5);
        await using RawServer server = new(source.Answer);
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            BasedOn = TestClient.Options(server.Url, new FakeTimeProvider(TestClient.Now)),
            NextRandom = static () => 1,
        });
        using CancellationTokenSource caller = new();
        using TestResponse response = await client.RunAsync(TestOperation.Download);
        Task<string> reading = ReadAsync(response.Body, caller.Token);

        Assert.That(() => client.ActiveConnections, Is.Zero.After(5000, 10));
        await caller.CancelAsync();

        await Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => reading);
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Body_of_which_a_read_was_canceled_is_over()
    {
        await using RawServer server = new(Reply.Silence("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nETag: \"v1\"\r\n\r\nabc"));
        using ClientPipeline client = TestClient.For(server);
        using CancellationTokenSource caller = new();
        using TestResponse response = await client.RunAsync(TestOperation.Download);
        Task<string> reading = ReadAsync(response.Body, caller.Token);

        Assert.That(() => response.Body.Position, Is.EqualTo(3).After(5000, 10));
        await caller.CancelAsync();

        await Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => reading);
        HttpIOException? e = await Assert.ThrowsAsync<HttpIOException>(() => ReadAsync(response.Body));
        Assert.That(e!.Message, Does.Contain("canceled"));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Client_that_is_disposed_asks_for_nothing()
    {
        CutObject source = new(Content, 5);
        await using RawServer server = new(source.Answer);
        ClientPipeline client = TestClient.For(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);
        client.Dispose();

        await Assert.ThrowsAsync(Is.InstanceOf<IOException>(), () => ReadAsync(response.Body));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Open_circuit_is_not_sent_through()
    {
        CutObject source = new(Content, 5);
        await using RawServer server = new(request => request.StartsWith("HEAD", StringComparison.Ordinal) ? Reply.Status(500) : source.Answer(request));
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions { BasedOn = TestClient.Options(server.Url), CircuitFailureThreshold = 1 });
        using TestResponse response = await client.RunAsync(TestOperation.Download);
        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Head));
        int sent = server.Requests.Length;

        HttpIOException? e = await Assert.ThrowsAsync<HttpIOException>(() => ReadAsync(response.Body));

        Assert.That(e!.Message, Does.Contain("circuit"));
        Assert.That(server.Requests, Has.Length.EqualTo(sent));
    }

    [Test]
    public async Task Breaks_take_from_the_quota_of_retries_which_bounds_them_all()
    {
        await using RawServer server = new(static request => new CutObject(Content, 5).Answer(request));
        using ClientPipeline client = TestClient.For(server, maxRetries: 10);
        int before = 0;
        for (int reads = 0; reads < 10; reads++)
        {
            using TestResponse response = await client.RunAsync(TestOperation.Download);
            HttpIOException? e = await Assert.ThrowsAsync<HttpIOException>(() => ReadAsync(response.Body));
            if (e!.Message.Contains("quota", StringComparison.Ordinal))
            {
                Assert.That(server.Requests.Length - before, Is.LessThan(11));
                return;
            }

            before = server.Requests.Length;
        }

        Assert.Fail("the quota was never used up");
    }

    [Test]
    [NonParallelizable]
    public async Task Rest_is_counted_as_a_retry_and_not_as_an_operation()
    {
        Dictionary<string, long> counts = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = static (instrument, self) =>
        {
            if (instrument.Meter.Name == S3GenTelemetry.MeterName)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) =>
        {
            foreach ((string label, object? bucket) in labels)
            {
                if (label == "bucket" && bucket is "resumed-and-counted")
                {
                    counts[instrument.Name] = counts.GetValueOrDefault(instrument.Name) + value;
                }
            }
        });
        listener.Start();
        CutObject source = new(Content, 5, 5);
        await using RawServer server = new(source.Answer);
        using ClientPipeline client = TestClient.For(server);

        using TestResponse response = await client.RunAsync(TestOperation.Download, new TestRequest { Bucket = "resumed-and-counted" });
        await ReadAsync(response.Body);

        Assert.That(counts["s3_requests_total"], Is.EqualTo(1));
        Assert.That(counts["s3_retries_total"], Is.EqualTo(2));
        Assert.That(counts["s3_active_requests"], Is.Zero);
        Assert.That(client.ActiveConnections, Is.EqualTo(1), "until it is disposed");
    }

    private static async Task<string> ReadAsync(Stream body, CancellationToken cancellationToken = default)
    {
        using MemoryStream copy = new();
        await body.CopyToAsync(copy, cancellationToken);
        return Encoding.ASCII.GetString(copy.ToArray());
    }
}
