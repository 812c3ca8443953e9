using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Streaming;

public sealed class ResponseStreamTests
{
    [Test]
    public async Task Body_is_streamed_and_the_connection_is_used_again()
    {
        await using RawServer server = new(Reply.Ok("content"));
        using ClientPipeline client = TestClient.For(server);

        for (int i = 0; i < 3; i++)
        {
            using TestResponse response = await client.RunAsync(TestOperation.Get);
            using StreamReader reader = new(response.Body);
            Assert.That(await reader.ReadToEndAsync(), Is.EqualTo("content"));
        }

        Assert.That(server.Requests, Has.Length.EqualTo(3));
        Assert.That(server.ClosedConnections, Is.Zero);
    }

    [Test]
    public async Task Disposing_early_closes_the_connection()
    {
        await using RawServer server = new(Reply.Silence("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\nabc"));
        using ClientPipeline client = TestClient.For(server);

        TestResponse response = await client.RunAsync(TestOperation.Get);
        _ = await response.Body.ReadAsync(new byte[2]);
        await response.DisposeAsync();

        Assert.That(() => server.ClosedConnections, Is.EqualTo(1).After(5000, 10));
        Assert.That(() => response.Body.ReadAsync(new byte[1]).AsTask(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Body_cut_short_throws_instead_of_ending()
    {
        await using RawServer server = new(Reply.Truncated("abc", 10));
        using ClientPipeline client = TestClient.For(server);

        using TestResponse response = await client.RunAsync(TestOperation.Get);

        Assert.That(() => response.Body.CopyToAsync(Stream.Null), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task Silence_between_reads_is_a_timeout_that_names_the_limit()
    {
        await using RawServer server = new(Reply.Silence("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"));
        using ClientPipeline client = TestClient.For(server, readTimeout: TimeSpan.FromMilliseconds(1000));

        using TestResponse response = await client.RunAsync(TestOperation.Get);

        Assert.That(() => response.Body.CopyToAsync(Stream.Null), Throws.InstanceOf<TimeoutException>().With.Message.Contains("ReadTimeout"));
    }

    [Test]
    public async Task Time_that_the_reader_takes_does_not_count()
    {
        await using RawServer server = new(Reply.Ok(new string('x', 500_000)));
        using ClientPipeline client = TestClient.For(server, readTimeout: TimeSpan.FromMilliseconds(1000));

        using TestResponse response = await client.RunAsync(TestOperation.Get);
        await response.Body.ReadExactlyAsync(new byte[10]);
        await Task.Delay(2000);

        using MemoryStream rest = new();
        await response.Body.CopyToAsync(rest);
        Assert.That(rest.Length, Is.EqualTo(499_990));
    }

    [Test]
    public async Task Reading_can_be_canceled()
    {
        await using RawServer server = new(Reply.Silence("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"));
        using ClientPipeline client = TestClient.For(server);
        using CancellationTokenSource caller = new(TimeSpan.FromMilliseconds(150));

        using TestResponse response = await client.RunAsync(TestOperation.Get);

        Assert.That(() => response.Body.CopyToAsync(Stream.Null, caller.Token), Throws.InstanceOf<OperationCanceledException>());
    }
}
