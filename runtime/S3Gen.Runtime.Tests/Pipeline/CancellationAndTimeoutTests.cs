using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Pipeline;

[Parallelizable(ParallelScope.All)] // Most of them wait for a limit to pass.
public sealed class CancellationAndTimeoutTests
{
    [TestCase(0)]
    [TestCase(3)]
    public async Task Cancellation_while_waiting_for_the_response_carries_the_callers_token(int maxRetries)
    {
        await using RawServer server = new(Reply.Silence());
        using ClientPipeline client = TestClient.For(server, maxRetries);
        using CancellationTokenSource caller = new();

        Task<TestResponse> operation = client.RunAsync(TestOperation.Head, cancellationToken: caller.Token);
        await server.WaitForRequestAsync();
        await caller.CancelAsync();

        OperationCanceledException? canceled = await Assert.CatchAsync<OperationCanceledException>(() => operation);
        Assert.That(canceled!.CancellationToken, Is.EqualTo(caller.Token));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Cancellation_while_the_body_is_sent_ends_the_operation()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = TestClient.For(server);
        using CancellationTokenSource caller = new();

        async IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces()
        {
            yield return new byte[10];
            await caller.CancelAsync();
            await Task.Delay(10);
            yield return new byte[10];
        }

        RequestBody body = RequestBody.FromAsyncEnumerable(Pieces(), contentLength: 20);

        OperationCanceledException? canceled = await Assert.CatchAsync<OperationCanceledException>(
            () => client.RunAsync(TestOperation.Put, new TestRequest { Body = body }, caller.Token));
        Assert.That(canceled!.CancellationToken, Is.EqualTo(caller.Token));
    }

    [Test]
    public async Task Cancellation_while_a_buffered_body_is_read_ends_the_operation()
    {
        await using RawServer server = new(Reply.Silence("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<Res"));
        using ClientPipeline client = TestClient.For(server);
        using CancellationTokenSource caller = new(TimeSpan.FromMilliseconds(200));

        Assert.That(() => client.RunAsync(TestOperation.List, cancellationToken: caller.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Canceled_token_sends_nothing()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        Assert.That(() => client.RunAsync(TestOperation.Head, cancellationToken: new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Silence_ends_an_attempt_and_the_next_one_may_succeed()
    {
        await using RawServer server = new(Reply.Silence(), Reply.Ok(headers: "ETag: e\r\n"));
        using ClientPipeline client = TestClient.For(server, readTimeout: TimeSpan.FromMilliseconds(1000));

        TestResponse response = await client.RunAsync(TestOperation.Head);

        Assert.That(response.ETag, Is.EqualTo("e"));
        Assert.That(server.Requests, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Silence_after_all_attempts_names_the_limit()
    {
        await using RawServer server = new(Reply.Silence());
        using ClientPipeline client = TestClient.For(server, maxRetries: 1, readTimeout: TimeSpan.FromMilliseconds(100));

        ServiceConnectionException? failure = await Assert.ThrowsAsync<ServiceConnectionException>(() => client.RunAsync(TestOperation.Head));

        Assert.That(failure!.IsTimeout);
        Assert.That(failure.Message, Does.Contain("0.1 s (ReadTimeout)").And.Contain("2 attempts"));
    }

    [Test]
    public async Task Operation_timeout_ends_all_attempts_and_is_named()
    {
        await using RawServer server = new(Reply.Silence());
        using ClientPipeline client = TestClient.For(server, operationTimeout: TimeSpan.FromMilliseconds(1500));

        ServiceConnectionException? failure = await Assert.ThrowsAsync<ServiceConnectionException>(() => client.RunAsync(TestOperation.Head));

        Assert.That(failure!.Message, Does.Contain("1.5 s (OperationTimeout)"));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Slow_upload_outlives_both_limits_as_long_as_it_goes_on()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = TestClient.For(server, 0, TimeSpan.FromMilliseconds(2000), TimeSpan.FromMilliseconds(2000));

        static async IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces()
        {
            for (int i = 0; i < 6; i++)
            {
                await Task.Delay(400);
                yield return new byte[100];
            }
        }

        await client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromAsyncEnumerable(Pieces(), contentLength: 600) });

        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public void Refused_connection_is_a_connection_exception_after_all_attempts()
    {
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            EndpointUrl = new Uri("http://127.0.0.1:1"),
            Credentials = TestClient.Keys,
            NextRandom = static () => 0,
            Environment = new FakeEnvironment(),
        });

        Assert.That(
            () => client.RunAsync(TestOperation.Head),
            Throws.InstanceOf<ServiceConnectionException>().With.InnerException.InstanceOf<HttpRequestException>()
                .And.Property(nameof(ServiceException.AttemptCount)).EqualTo(4));
    }

    [Test]
    public async Task Nothing_that_failed_is_left_unobserved()
    {
        List<Exception> unobserved = [];
        void Note(object? sender, UnobservedTaskExceptionEventArgs arguments) => unobserved.Add(arguments.Exception);
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await Silence_after_all_attempts_names_the_limit();
            await Cancellation_while_waiting_for_the_response_carries_the_callers_token(maxRetries: 3);
            await Cancellation_while_the_body_is_sent_ends_the_operation();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.That(unobserved, Is.Empty);
    }
}
