using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Resilience;

public sealed class CircuitBreakerTests
{
    [Test]
    public async Task Open_circuit_refuses_at_once_and_names_bucket_endpoint_and_time()
    {
        await using RawServer server = new(Reply.Error(500, "InternalError"));
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url, new FakeTimeProvider(TestClient.Now)));

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Head));
        TestException? stopped = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Head));
        CircuitOpenException? refused = await Assert.ThrowsAsync<CircuitOpenException>(() => client.RunAsync(TestOperation.Head));

        Assert.That(stopped!.AttemptCount, Is.EqualTo(1));
        Assert.That(stopped.Message, Does.Contain("circuit of its bucket and endpoint is open"));
        Assert.That(server.Requests, Has.Length.EqualTo(5));
        Assert.That(refused!.AttemptCount, Is.Zero);
        Assert.That(refused.Message, Is.EqualTo(
            $"Test failed: nothing was sent, since the circuit of bucket 'bucket' at {server.Host} is open until 2026-07-01T12:00:30Z after 5 failures in a row."));
        Assert.That(refused.Circuit, Is.EqualTo(client.Circuits.Single()));
    }

    [Test]
    public async Task Circuit_closes_when_the_service_has_recovered()
    {
        Reply bad = Reply.Error(503, "ServiceUnavailable");
        await using RawServer server = new(bad, bad, bad, bad, bad, Reply.Ok());
        FakeTimeProvider time = new(TestClient.Now);
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url, time));
        await FailAsync(client, TestOperation.Head, times: 2);

        time.Advance(TimeSpan.FromSeconds(31));
        for (int trial = 0; trial < 3; trial++)
        {
            await client.RunAsync(TestOperation.Head);
        }

        Assert.That(client.Circuits, Is.Empty);
    }

    [Test]
    public async Task Other_buckets_have_circuits_of_their_own()
    {
        await using RawServer server = new([.. Enumerable.Repeat(Reply.Status(500), 5), Reply.Ok()]);
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url));
        await FailAsync(client, TestOperation.Head, times: 2);

        await client.RunAsync(TestOperation.Head, new TestRequest { Bucket = "other" });

        Assert.That(client.Circuits.Single().Bucket, Is.EqualTo("bucket"));
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(409)]
    [TestCase(412)]
    [TestCase(501)]
    public async Task Faults_of_requests_never_open_it(int status)
    {
        await using RawServer server = new(Reply.Status(status));
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url));

        await FailAsync(client, TestOperation.Head, times: 20);

        Assert.That(server.Requests, Has.Length.EqualTo(20));
        Assert.That(client.Circuits, Is.Empty);
    }

    [TestCase(429)]
    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    [TestCase(0)]
    public async Task What_speaks_of_the_services_health_opens_it(int status)
    {
        await using RawServer server = new(status == 0 ? Reply.Reset() : Reply.Status(status));
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url, maxRetries: 0));

        await FailAsync(client, TestOperation.Head, times: 5);

        Assert.That(client.Circuits.Single().State, Is.EqualTo(CircuitState.Open));
        Assert.That(() => client.RunAsync(TestOperation.Head), Throws.InstanceOf<CircuitOpenException>());
    }

    [Test]
    public async Task Body_whose_source_fails_says_nothing_of_the_service()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url));

        for (int time = 0; time < 10; time++)
        {
            RequestBody body = RequestBody.FromAsyncEnumerable(Failing(), contentLength: 10);
            Assert.That(() => client.RunAsync(TestOperation.Put, new TestRequest { Body = body }), Throws.InstanceOf<InvalidDataException>());
        }

        Assert.That(client.Circuits, Is.Empty);
    }

    [Test]
    public async Task Changes_are_told_and_a_handler_that_throws_harms_no_call()
    {
        await using RawServer server = new([.. Enumerable.Repeat(Reply.Status(500), 5), Reply.Ok()]);
        FakeTimeProvider time = new(TestClient.Now);
        List<CircuitState> told = [];
        ClientOptions options = TestClient.Options(server.Url, time, onCircuit: change =>
        {
            told.Add(change.State);
            throw new InvalidOperationException("the handler's own fault");
        });
        using ClientPipeline client = new(TestOperation.S3, options);

        await FailAsync(client, TestOperation.Head, times: 2);
        time.Advance(TimeSpan.FromSeconds(30));
        for (int trial = 0; trial < 3; trial++)
        {
            await client.RunAsync(TestOperation.Head);
        }

        Assert.That(told, Is.EqualTo(new[] { CircuitState.Open, CircuitState.HalfOpen, CircuitState.Closed }));
    }

    [Test]
    public async Task Threshold_of_0_leaves_it_closed()
    {
        await using RawServer server = new(Reply.Status(500));
        using ClientPipeline client = TestClient.WithoutCircuits(server);

        await FailAsync(client, TestOperation.Head, times: 6);

        Assert.That(client.Circuits, Is.Empty);
    }

    [Test]
    public async Task Thousands_of_buckets_do_not_fill_the_memory()
    {
        await using RawServer server = new(Reply.Status(503));
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url, maxRetries: 0));

        for (int bucket = 0; bucket < 1500; bucket++)
        {
            TestRequest request = new() { Bucket = $"bucket-{bucket}" };
            await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Head, request));
        }

        Assert.That(client.Circuits, Has.Count.InRange(1, 1024));
    }

    private static async Task FailAsync(ClientPipeline client, TestOperation operation, int times)
    {
        for (int time = 0; time < times; time++)
        {
            Assert.That(await Assert.CatchAsync(() => client.RunAsync(operation)), Is.InstanceOf<ServiceException>().And.Not.InstanceOf<CircuitOpenException>());
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Failing()
    {
        yield return "abc"u8.ToArray();
        await Task.Yield();
        throw new InvalidDataException("the source's fault");
    }
}
