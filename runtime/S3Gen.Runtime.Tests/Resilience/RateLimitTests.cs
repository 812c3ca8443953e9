using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Resilience;

public sealed class RateLimitTests
{
    [Test]
    public async Task Burst_passes_and_what_comes_on_top_of_burst_and_queue_is_refused()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url, rate: 1, burst: 3, queue: 0));

        for (int request = 0; request < 3; request++)
        {
            await client.RunAsync(TestOperation.Head);
        }

        RateLimitExceededException? refused = await RefusedAsync(client);
        Assert.That(refused.AttemptCount, Is.Zero);
        Assert.That(refused.Message, Does.Contain("RateLimitRequestsPerSecond").And.Contain("too many requests wait"));
    }

    [Test]
    public async Task Requests_wait_for_their_turn()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url, rate: 50, burst: 1, queue: 10));
        long start = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.RunAsync(TestOperation.Head)));

        Assert.That(server.Requests, Has.Length.EqualTo(6));
        Assert.That(TimeProvider.System.GetElapsedTime(start), Is.GreaterThan(TimeSpan.FromMilliseconds(60)), "five of them waited, 20 ms each");
    }

    [Test]
    public async Task Retries_take_their_turn_too()
    {
        await using RawServer server = new(Reply.Status(500));
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url, rate: 1, burst: 2, queue: 0));

        Assert.That(() => client.RunAsync(TestOperation.Head), Throws.InstanceOf<RateLimitExceededException>());
        Assert.That(server.Requests, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Wait_ends_with_the_operations_time()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = new(
            TestOperation.S3, TestClient.Options(server.Url, rate: 1, burst: 1, queue: 100, operationTimeout: TimeSpan.FromMilliseconds(100)));
        await Task.WhenAll(Enumerable.Range(0, 1).Select(_ => client.RunAsync(TestOperation.Head)));

        Task[] waiting = [.. Enumerable.Range(0, 5).Select(_ => (Task)client.RunAsync(TestOperation.Head))];

        Assert.That(async () => await Task.WhenAll(waiting), Throws.InstanceOf<RateLimitExceededException>().With.Message.Contains("OperationTimeout"));
    }

    [Test]
    public async Task Wait_ends_when_the_caller_cancels()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url, rate: 1, burst: 1, queue: 100));
        using CancellationTokenSource cancellation = new();
        await client.RunAsync(TestOperation.Head);

        Task[] waiting = [.. Enumerable.Range(0, 20).Select(_ => (Task)client.RunAsync(TestOperation.Head, cancellationToken: cancellation.Token))];
        await cancellation.CancelAsync();

        Assert.That(() => waiting[^1], Throws.InstanceOf<OperationCanceledException>());
    }

    private static async Task<RateLimitExceededException> RefusedAsync(ClientPipeline client)
    {
        // The bucket fills again with a token a second: on a slow machine one request more may pass.
        while (true)
        {
            try
            {
                await client.RunAsync(TestOperation.Head);
            }
            catch (RateLimitExceededException refused)
            {
                return refused;
            }
        }
    }
}
