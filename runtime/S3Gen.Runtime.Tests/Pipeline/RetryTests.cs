using System.Net;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Pipeline;

public sealed class RetryTests
{
    private static IEnumerable<TestCaseData> PassingFailures =>
    [
        new TestCaseData(Reply.Error(500, "InternalError")).SetArgDisplayNames("500"),
        new TestCaseData(Reply.Error(503, "SlowDown")).SetArgDisplayNames("503"),
        new TestCaseData(Reply.Status(502)).SetArgDisplayNames("502 without body"),
        new TestCaseData(Reply.Error(429, "TooManyRequests")).SetArgDisplayNames("429"),
        new TestCaseData(Reply.Error(400, "RequestTimeout")).SetArgDisplayNames("400 RequestTimeout"),
        new TestCaseData(Reply.Reset()).SetArgDisplayNames("connection reset"),
        new TestCaseData(Reply.Raw("nonsense\r\n\r\n")).SetArgDisplayNames("no HTTP"),
    ];

    [TestCaseSource(nameof(PassingFailures))]
    public async Task Failure_that_may_pass_is_tried_again(object reply)
    {
        await using RawServer server = new((Reply)reply, Reply.Ok(headers: "ETag: e\r\n"));
        using ClientPipeline client = TestClient.For(server);

        TestResponse response = await client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromString("x") });

        Assert.That(response.ETag, Is.EqualTo("e"));
        Assert.That(server.Requests, Has.Length.EqualTo(2));
        Assert.That(server.Requests, Has.All.EndsWith("\r\n\r\nx"));
    }

    [Test]
    public async Task Four_attempts_are_made_and_the_last_failure_counts()
    {
        await using RawServer server = new(Reply.Error(500, "A"), Reply.Error(500, "B"), Reply.Error(500, "C"), Reply.Error(503, "D"), Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(failure!.AttemptCount, Is.EqualTo(4));
        Assert.That(server.Requests, Has.Length.EqualTo(4));
    }

    [TestCase(404)]
    [TestCase(403)]
    [TestCase(409)]
    [TestCase(400)]
    [TestCase(304)]
    [TestCase(301)]
    [TestCase(501)]
    public async Task Failure_that_stays_is_not_tried_again(int status)
    {
        await using RawServer server = new(Reply.Status(status), Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(failure!.StatusCode, Is.EqualTo((HttpStatusCode)status));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Body_that_cannot_be_read_twice_is_not_sent_again_and_the_exception_says_so()
    {
        await using RawServer server = new(Reply.Error(503, "SlowDown"), Reply.Ok());
        using ClientPipeline client = TestClient.For(server);
        RequestBody body = RequestBody.FromStream(new NonSeekableStream("abc"u8.ToArray()), contentLength: 3);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Put, new TestRequest { Body = body }));

        Assert.That(failure!.ErrorCode, Is.EqualTo("SlowDown"));
        Assert.That(failure.Message, Does.Contain("body cannot be read twice"));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
        Assert.That(() => client.RunAsync(TestOperation.Put, new TestRequest { Body = body }), Throws.ArgumentException);
    }

    [Test]
    public async Task Stream_is_set_back_to_where_it_stood()
    {
        await using RawServer server = new(Reply.Error(500, "InternalError"), Reply.Ok());
        using ClientPipeline client = TestClient.For(server);
        using MemoryStream stream = new("0123456789"u8.ToArray()) { Position = 4 };

        await client.RunAsync(TestOperation.Put, new TestRequest { Body = stream });

        Assert.That(server.Requests, Has.All.EndsWith("\r\n\r\n456789"));
        Assert.That(server.Requests, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Buffered_body_cut_short_is_tried_again_and_then_an_error()
    {
        await using RawServer server = new(Reply.Truncated("<Resu", 100));
        using ClientPipeline client = TestClient.For(server, maxRetries: 1);

        ServiceConnectionException? failure = await Assert.ThrowsAsync<ServiceConnectionException>(() => client.RunAsync(TestOperation.List));

        Assert.That(failure!.InnerException, Is.InstanceOf<IOException>());
        Assert.That(failure.StatusCode, Is.EqualTo((HttpStatusCode)0));
        Assert.That(server.Requests, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Error_in_a_success_is_an_error_and_is_tried_again_by_its_code()
    {
        await using RawServer server = new(Reply.Ok("  \n <Error><Code>SlowDown</Code></Error>"), Reply.Ok("<Result>fine</Result>"));
        using ClientPipeline client = TestClient.For(server);

        TestResponse response = await client.RunAsync(TestOperation.Copy);

        Assert.That(response.Text, Is.EqualTo("fine"));
        Assert.That(server.Requests, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Pauses_are_random_up_to_a_bound_that_doubles()
    {
        await using RawServer server = new(Reply.Status(500));
        FakeTimeProvider time = new(TestClient.Now);
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            EndpointUrl = server.Url,
            Credentials = TestClient.Keys,
            TimeProvider = time,
            NextRandom = static () => 1,
            Environment = new FakeEnvironment(),
        });

        Task<TestResponse> operation = client.RunAsync(TestOperation.Head);
        List<int> pauses = [];
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            await server.WaitForRequestAsync();
            int waited = 0;
            while (server.Requests.Length == attempt && waited < 2000)
            {
                await Task.Delay(20);
                time.Advance(TimeSpan.FromMilliseconds(50));
                waited += 50;
                await Task.Delay(20);
            }

            pauses.Add(waited);
        }

        Assert.That(() => operation, Throws.InstanceOf<TestException>());
        Assert.That(pauses, Is.EqualTo(new[] { 100, 200, 400 }).Using<int>(static (left, right) => Math.Abs(left - right) <= 50 ? 0 : left - right));
    }

    [Test]
    public async Task No_retry_begins_for_which_the_operations_time_is_too_short()
    {
        await using RawServer server = new(Reply.Status(500));
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            EndpointUrl = server.Url,
            Credentials = TestClient.Keys,
            InitialBackoff = TimeSpan.FromSeconds(10),
            OperationTimeout = TimeSpan.FromSeconds(5),
            NextRandom = static () => 1,
            Environment = new FakeEnvironment(),
        });

        Assert.That(() => client.RunAsync(TestOperation.Head), Throws.InstanceOf<TestException>());
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }
}
