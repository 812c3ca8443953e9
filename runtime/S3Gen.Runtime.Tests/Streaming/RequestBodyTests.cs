using System.IO.Pipelines;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Streaming;

public sealed class RequestBodyTests
{
    private static readonly byte[] Content = CreateContent(300_000);

    private static IEnumerable<TestCaseData> Sources =>
    [
        Case("bytes", static () => RequestBody.FromBytes(Content)),
        Case("seekable stream", static () => RequestBody.FromStream(new MemoryStream(Content))),
        Case("stream that cannot seek", static () => RequestBody.FromStream(new NonSeekableStream(Content), Content.Length)),
        Case("pipe", static () => RequestBody.FromPipe(PipeReader.Create(new MemoryStream(Content)), Content.Length)),
        Case("sequence", static () => RequestBody.FromAsyncEnumerable(Pieces(), Content.Length)),
    ];

    [TestCaseSource(nameof(Sources))]
    public async Task Every_source_sends_the_same_bytes_and_tells_its_progress(Func<object> create)
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = TestClient.For(server);
        ProgressLog progress = new();

        await client.RunAsync(TestOperation.Put, new TestRequest { Body = ((RequestBody)create()).WithProgress(progress) });

        string sent = server.Requests[0];
        Assert.That(sent[(sent.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..], Is.EqualTo(System.Text.Encoding.Latin1.GetString(Content)));
        Assert.That(progress.Reports[^1], Is.EqualTo(new TransferProgress(Content.Length, Content.Length)));
        Assert.That(progress.Reports, Has.Count.GreaterThan(1));
    }

    [Test]
    public async Task File_is_sent_from_disk()
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, Content);
            await using RawServer server = new(Reply.Error(500, "InternalError"), Reply.Ok());
            using ClientPipeline client = TestClient.For(server);

            await client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromFile(path) });

            Assert.That(server.Requests, Has.Length.EqualTo(2));
            Assert.That(server.Requests, Has.All.EndsWith(System.Text.Encoding.Latin1.GetString(Content[^1000..])));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestCase(1)]
    [TestCase(65_536)]
    [TestCase(65_537)]
    public async Task Stream_signed_over_plain_http_is_sent_whole_with_its_hash_at_each_attempt(int length)
    {
        byte[] content = CreateContent(length);
        MemoryStream stream = new([0, 0, 0, .. content]);
        stream.Position = 3;
        await using RawServer server = new(Reply.Error(500, "InternalError"), Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        await client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromStream(stream) });

        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        Assert.That(server.Requests, Has.Length.EqualTo(2));
        Assert.That(server.Requests, Has.All.Contains("x-amz-content-sha256: " + hash));
        Assert.That(server.Requests, Has.All.EndsWith("\r\n\r\n" + System.Text.Encoding.Latin1.GetString(content)));
    }

    [Test]
    public async Task Small_stream_that_ends_early_is_the_callers_fault_and_nothing_is_sent()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = TestClient.For(server);
        RequestBody body = RequestBody.FromStream(new ShrinkingStream(), 5);

        Assert.That(
            () => client.RunAsync(TestOperation.Put, new TestRequest { Body = body }),
            Throws.InstanceOf<EndOfStreamException>().With.Message.Contains("of the 5"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Memory_that_goes_out_in_growing_pieces_arrives_as_it_is()
    {
        byte[] content = CreateContent(3_000_001);
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        await client.RunAsync(TestOperation.Put, new TestRequest { Body = content });

        Assert.That(server.Requests[0], Does.EndWith("\r\n\r\n" + System.Text.Encoding.Latin1.GetString(content)));
    }

    private static IEnumerable<TestCaseData> SourcesOfUnknownLength =>
    [
        Case("stream", static () => RequestBody.FromStream(new NonSeekableStream(Content))),
        Case("pipe", static () => RequestBody.FromPipe(PipeReader.Create(new MemoryStream(Content)))),
        Case("sequence", static () => RequestBody.FromAsyncEnumerable(Pieces())),
    ];

    [TestCaseSource(nameof(SourcesOfUnknownLength))]
    public async Task Small_body_of_unknown_length_is_read_ahead_and_sent_with_its_length(Func<object> create)
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = TestClient.For(server);
        ProgressLog progress = new();

        await client.RunAsync(TestOperation.Put, new TestRequest { Body = ((RequestBody)create()).WithProgress(progress) });

        Assert.That(server.Requests[0], Does.Contain($"\r\nContent-Length: {Content.Length}\r\n"));
        Assert.That(server.Requests[0], Does.EndWith("\r\n\r\n" + System.Text.Encoding.Latin1.GetString(Content)));
        Assert.That(progress.Reports[^1], Is.EqualTo(new TransferProgress(Content.Length, Content.Length)));
    }

    [Test]
    public async Task Body_of_unknown_length_is_sent_again_once_it_was_read_ahead()
    {
        await using RawServer server = new(Reply.Error(503, "SlowDown"), Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        await client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromStream(new NonSeekableStream("hello"u8.ToArray())) });

        Assert.That(server.Requests, Has.Length.EqualTo(2).And.All.EndsWith("\r\n\r\nhello"));
    }

    [Test]
    public async Task Long_body_of_unknown_length_is_refused_before_anything_is_sent_and_the_message_says_what_to_do()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = TestClient.For(server);
        RequestBody body = RequestBody.FromStream(new NonSeekableStream(new byte[(8 << 20) + 1]));

        ArgumentException refused = (await Assert.ThrowsAsync<ArgumentException>(() => client.RunAsync(TestOperation.Put, new TestRequest { Body = body })))!;

        Assert.That(refused.Message, Does.Contain("Body has no known length and is longer than the 8388608 bytes").And.Contain("contentLength"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Fault_of_a_source_of_unknown_length_passes_through()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        InvalidDataException fault = (await Assert.ThrowsAsync<InvalidDataException>(
            () => client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromAsyncEnumerable(Faulty()) })))!;

        Assert.That(fault.Message, Is.EqualTo("the source"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Content_length_of_the_request_is_that_of_the_body_or_refused()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        await client.RunAsync(TestOperation.Put, new TestRequest
        {
            Body = RequestBody.FromStream(new NonSeekableStream("abcdef"u8.ToArray())),
            Write = static head => head.AddHeader("Content-Length", 3L),
        });

        Assert.That(server.Requests[0], Does.Contain("Content-Length: 3\r\n").And.EndsWith("\r\n\r\nabc"));
        Assert.That(
            () => client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromString("four"), Write = static head => head.AddHeader("Content-Length", 3L) }),
            Throws.ArgumentException.With.Message.Contains("ContentLength is 3"));
    }

    [Test]
    public async Task Source_that_ends_early_or_throws_is_the_callers_fault_and_not_tried_again()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        static async IAsyncEnumerable<ReadOnlyMemory<byte>> Broken()
        {
            yield return new byte[1];
            await Task.Yield();
            throw new InvalidTimeZoneException("mine");
        }

        Assert.That(
            () => client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromStream(new NonSeekableStream([1]), 5) }),
            Throws.InstanceOf<EndOfStreamException>().With.Message.Contains("1 of the 5"));
        Assert.That(
            () => client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromAsyncEnumerable(Broken(), 5) }),
            Throws.InstanceOf<InvalidTimeZoneException>().With.Message.EqualTo("mine"));
        Assert.That(server.Requests, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Stream_is_disposed_at_the_end_only_if_it_was_given_away(bool leaveOpen)
    {
        await using RawServer server = new(Reply.Error(403, "AccessDenied"));
        using ClientPipeline client = TestClient.For(server);
        NonSeekableStream stream = new([1]);

        Assert.That(
            () => client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromStream(stream, 1, leaveOpen) }),
            Throws.InstanceOf<TestException>());

        Assert.That(stream.IsDisposed, Is.EqualTo(!leaveOpen));
    }

    private static TestCaseData Case(string name, Func<object> create) => new TestCaseData(create).SetArgDisplayNames(name);

    private static byte[] CreateContent(int length)
    {
        byte[] content = new byte[length];
        new Random(1).NextBytes(content);
        return content;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces()
    {
        await Task.Yield();
        yield return Content.AsMemory(0, 1);
        yield return ReadOnlyMemory<byte>.Empty;
        yield return Content.AsMemory(1);
    }

    /// <summary>A stream that has fewer bytes than it said.</summary>
    private sealed class ShrinkingStream : MemoryStream
    {
        public ShrinkingStream()
            : base([1])
        {
        }

        public override long Length => 5;
    }

    private sealed class ProgressLog : IProgress<TransferProgress>
    {
        public List<TransferProgress> Reports { get; } = [];

        public void Report(TransferProgress value) => Reports.Add(value);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Faulty()
    {
        yield return new byte[10];
        await Task.Yield();
        throw new InvalidDataException("the source");
    }
}
