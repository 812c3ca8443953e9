using System.Net;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Diagnostics;

/// <summary>What the instruments say: the values of gauges and of the labels that tell how operations end.</summary>
[NonParallelizable]
public sealed class MeasurementTests
{
    [Test]
    public async Task An_operation_is_active_from_its_start_to_its_end()
    {
        using Measurements seen = new("active");
        double during = 0;
        StubTransport transport = new(_ =>
        {
            during = seen.Sum("s3_active_requests");
            return StubTransport.Status(200);
        });
        using ClientPipeline client = Over(transport);

        await client.RunAsync(TestOperation.Head, new TestRequest { Bucket = "active" });

        Assert.That((during, seen.Sum("s3_active_requests")), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Multipart_uploads_are_active_until_they_are_completed_or_aborted_and_never_less_than_none()
    {
        using Measurements seen = new("uploads");
        using ClientPipeline client = Over(new StubTransport(static _ => StubTransport.Status(200)));
        TestOperation create = new(HttpMethod.Post);
        TestOperation complete = new(HttpMethod.Post);
        TestOperation abort = new(HttpMethod.Delete);
        client.UseMultipart(create, new TestOperation(HttpMethod.Put), complete, abort);
        TestRequest request = new() { Bucket = "uploads" };
        List<double> active = [];
        foreach (TestOperation operation in new[] { create, create, complete, abort, abort })
        {
            await client.RunAsync(operation, request);
            active.Add(seen.Now("s3_active_multipart_uploads"));
        }

        Assert.That(active, Is.EqualTo(new double[] { 1, 2, 1, 0, 0 }));
    }

    [Test]
    public async Task A_connection_is_available_again_when_the_body_was_read_and_gone_with_its_client()
    {
        // All buckets share the host here, so that the label is empty.
        using Measurements seen = new(string.Empty);
        double before = seen.Now("s3_connection_pool_size");
        double availableBefore = seen.Now("s3_connection_pool_available");
        await using RawServer server = new(Reply.Ok("body"));
        ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url));

        TestResponse response = await client.RunAsync(TestOperation.Get);
        (double, double) reading = Pools();
        using (StreamReader reader = new(response.Body))
        {
            await reader.ReadToEndAsync();
        }

        response.Dispose();
        (double, double) read = Pools();
        client.Dispose();

        Assert.That((reading, read, Pools()), Is.EqualTo(((1.0, 0.0), (1.0, 1.0), (0.0, 0.0))));

        (double, double) Pools() => (seen.Now("s3_connection_pool_size") - before, seen.Now("s3_connection_pool_available") - availableBefore);
    }

    [Test]
    public async Task A_circuit_shows_0_when_closed_2_when_open_1_when_half_open_and_nothing_when_its_client_is_gone()
    {
        using Measurements seen = new("circuit");
        FakeTimeProvider time = new(TestClient.Now);
        int status = 200;
        ClientPipeline client = Over(new StubTransport(_ => StubTransport.Status(status)), time);
        TestRequest request = new() { Bucket = "circuit" };
        await client.RunAsync(TestOperation.Head, request);
        double[] closed = Shown();
        status = 500;
        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Head, request));
        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Head, request));
        double trips = seen.Sum("s3_circuit_breaker_trips_total");
        double[] open = Shown();
        status = 200;
        time.Advance(TimeSpan.FromSeconds(30));
        await client.RunAsync(TestOperation.Head, request);
        double[] halfOpen = Shown();
        client.Dispose();

        Assert.That((closed, open, halfOpen, Shown(), trips), Is.EqualTo((new double[] { 0 }, new double[] { 2 }, new double[] { 1 }, Array.Empty<double>(), 1.0)));

        double[] Shown()
        {
            seen.Now("s3_circuit_breaker_state");
            return seen.Of("s3_circuit_breaker_state");
        }
    }

    [Test]
    public async Task The_worst_of_a_bucket_s_circuits_is_shown()
    {
        using Measurements seen = new("worst");
        TestRequest request = new() { Bucket = "worst" };
        using ClientPipeline broken = Over(new StubTransport(static _ => StubTransport.Status(500)), new FakeTimeProvider(TestClient.Now));
        using ClientPipeline well = Over(new StubTransport(static _ => StubTransport.Status(200)), new FakeTimeProvider(TestClient.Now));
        await Assert.CatchAsync(() => broken.RunAsync(TestOperation.Head, request));
        await Assert.CatchAsync(() => broken.RunAsync(TestOperation.Head, request));
        await well.RunAsync(TestOperation.Head, request);

        Assert.That(seen.Now("s3_circuit_breaker_state"), Is.EqualTo(2));
    }

    [TestCase(200, "", null)]
    [TestCase(404, "NoSuchKey", "NoSuchKey")]
    [TestCase(503, "SlowDown", "SlowDown")]
    [TestCase(403, "AccessDenied", "AccessDenied")]
    public async Task An_answer_is_counted_by_its_status_and_an_error_by_its_code(int status, string code, string? error)
    {
        using Measurements seen = new("answer");
        using ClientPipeline client = Over(new StubTransport(_ => code.Length == 0 ? StubTransport.Status(status) : StubTransport.Error(status, code)));

        await EndAsync(client.RunAsync(TestOperation.Get, new TestRequest { Bucket = "answer" }));

        Assert.That(seen.Labels("s3_requests_total", "status"), Is.EqualTo(new object[] { $"{status}" }));
        Assert.That(seen.Labels("s3_errors_total", "error_type"), Is.EqualTo(error is null ? [] : new object[] { error }));
        Assert.That(seen.Labels("s3_requests_total", "operation"), Is.EqualTo(new object[] { "test" }));
        Assert.That(seen.Labels("s3_requests_total", "region"), Is.EqualTo(new object[] { "us-east-1" }));
    }

    [Test]
    public async Task What_ends_without_an_answer_is_counted_by_its_kind()
    {
        using Measurements seen = new("kinds");
        using CancellationTokenSource cancel = new();
        FakeTimeProvider time = new(TestClient.Now);
        TestRequest request = new() { Bucket = "kinds" };
        using ClientPipeline unreachable = Over(new StubTransport(static _ => throw new HttpRequestException(HttpRequestError.ConnectionError)));
        using ClientPipeline canceled = Over(new StubTransport(_ =>
        {
            cancel.Cancel();
            throw new OperationCanceledException(cancel.Token);
        }));
        using ClientPipeline malformed = Over(new StubTransport(static _ => StubTransport.Status(200, "<Other/>")));
        using ClientPipeline anonymous = new(TestOperation.S3, new ClientOptions
        {
            EndpointUrl = new Uri("http://store"), Environment = new FakeEnvironment(), UseInstanceMetadata = false, Transport = new StubTransport(static _ => StubTransport.Status(200)),
        });
        using ClientPipeline limited = new(TestOperation.S3, new ClientOptions
        {
            BasedOn = TestClient.Options(new Uri("http://store"), time, rate: 1, burst: 1, queue: 0), Transport = new StubTransport(static _ => StubTransport.Status(200)),
        });
        using ClientPipeline late = new(TestOperation.S3, new ClientOptions
        {
            BasedOn = TestClient.Options(new Uri("http://store"), time, maxRetries: 0, operationTimeout: TimeSpan.FromSeconds(1)), Transport = new SilentTransport(time),
        });

        await EndAsync(unreachable.RunAsync(TestOperation.Head, request));
        await EndAsync(unreachable.RunAsync(TestOperation.Head, request));
        await EndAsync(unreachable.RunAsync(TestOperation.Head, request));
        await EndAsync(canceled.RunAsync(TestOperation.Head, request, cancel.Token));
        await EndAsync(malformed.RunAsync(TestOperation.List, request));
        await EndAsync(anonymous.RunAsync(TestOperation.Head, request));
        await EndAsync(limited.RunAsync(TestOperation.Head, request));
        await EndAsync(limited.RunAsync(TestOperation.Head, request));
        await EndAsync(late.RunAsync(TestOperation.Head, request));

        Assert.That(
            seen.Labels("s3_errors_total", "error_type"),
            Is.EqualTo(new object[] { "connection", "connection", "circuit_open", "malformed_response", "credentials", "rate_limited", "timeout" }));
        Assert.That(
            seen.Labels("s3_requests_total", "status"),
            Is.EqualTo(new object[] { "none", "none", "none", "canceled", "200", "none", "200", "none", "none" }));
        Assert.That(seen.Sum("s3_rate_limit_hits_total"), Is.EqualTo(1));
    }

    private static async Task EndAsync(Task call)
    {
        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static ClientPipeline Over(IHttpTransport transport, TimeProvider? time = null) => new(TestOperation.S3, new ClientOptions
    {
        BasedOn = TestClient.Options(new Uri("http://store"), time, maxRetries: 3),
        Transport = transport,
    });

    /// <summary>Never answers; the clock goes on meanwhile.</summary>
    private sealed class SilentTransport(FakeTimeProvider time) : IHttpTransport
    {
        public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new System.Diagnostics.UnreachableException();
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
