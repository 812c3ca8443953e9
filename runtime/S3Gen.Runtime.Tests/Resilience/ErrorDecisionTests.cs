using System.Net.Sockets;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Resilience;

/// <summary>Which errors are tried again: the lists of the specification (12.1), and the throttling codes of AWS.</summary>
public sealed class ErrorDecisionTests
{
    [TestCase(500, null)]
    [TestCase(502, null)]
    [TestCase(503, null)]
    [TestCase(504, null)]
    [TestCase(429, null)]
    [TestCase(500, "SomethingNew")]
    [TestCase(500, "InternalError")]
    [TestCase(200, "InternalError")]
    [TestCase(503, "ServiceUnavailable")]
    [TestCase(503, "SlowDown")]
    [TestCase(200, "SlowDown")]
    [TestCase(400, "RequestTimeout")]
    [TestCase(400, "RequestTimeoutException")]
    [TestCase(400, "BandwidthLimitExceeded")]
    [TestCase(400, "EC2ThrottledException")]
    [TestCase(400, "LimitExceededException")]
    [TestCase(400, "PriorRequestNotComplete")]
    [TestCase(400, "ProvisionedThroughputExceededException")]
    [TestCase(400, "RequestLimitExceeded")]
    [TestCase(400, "RequestThrottled")]
    [TestCase(400, "RequestThrottledException")]
    [TestCase(400, "ThrottledException")]
    [TestCase(400, "Throttling")]
    [TestCase(400, "ThrottlingException")]
    [TestCase(400, "TooManyRequestsException")]
    [TestCase(400, "TransactionInProgressException")]
    public async Task Error_that_may_pass_is_tried_again(int status, string? code)
    {
        await using RawServer server = new(Answer(status, code), Reply.Ok("<Result>fine</Result>"));
        using ClientPipeline client = TestClient.For(server);

        TestResponse response = await client.RunAsync(TestOperation.Copy);

        Assert.That(response.Text, Is.EqualTo("fine"));
        Assert.That(server.Requests, Has.Length.EqualTo(2));
    }

    [TestCase(400, null)]
    [TestCase(400, "BadRequest")]
    [TestCase(403, null)]
    [TestCase(403, "AccessDenied")]
    [TestCase(403, "InvalidAccessKeyId")]
    [TestCase(403, "SignatureDoesNotMatch")]
    [TestCase(404, null)]
    [TestCase(404, "NoSuchKey")]
    [TestCase(404, "NoSuchBucket")]
    [TestCase(409, null)]
    [TestCase(409, "OperationAborted")]
    [TestCase(409, "BucketAlreadyExists")]
    [TestCase(400, "InvalidBucketName")]
    [TestCase(500, "NoSuchBucket")]
    [TestCase(503, "SignatureDoesNotMatch")]
    [TestCase(501, "NotImplemented")]
    [TestCase(412, "PreconditionFailed")]
    [TestCase(200, "AccessDenied")]
    public async Task Error_that_stays_is_not_tried_again(int status, string? code)
    {
        await using RawServer server = new(Answer(status, code), Reply.Ok("<Result>fine</Result>"));
        using ClientPipeline client = TestClient.For(server);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Copy));

        Assert.That(failure!.AttemptCount, Is.EqualTo(1));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Operation_that_is_not_safe_to_repeat_is_not_repeated_once_it_may_have_been_carried_out()
    {
        await using RawServer server = new(Reply.Error(500, "InternalError"), Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Post));

        Assert.That(failure!.Message, Does.Contain("may have been carried out"));
        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Operation_that_is_not_safe_to_repeat_is_repeated_if_it_was_refused()
    {
        await using RawServer server = new(Reply.Error(503, "SlowDown"), Reply.Ok(headers: "ETag: e\r\n"));
        using ClientPipeline client = TestClient.For(server);

        Assert.That((await client.RunAsync(TestOperation.Post)).ETag, Is.EqualTo("e"));
        Assert.That(server.Requests, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Connection_that_is_refused_is_tried_again_whatever_the_operation()
    {
        Uri url;
        await using (RawServer gone = new(Reply.Ok()))
        {
            url = gone.Url;
        }

        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(url));

        ServiceConnectionException? failure = await Assert.ThrowsAsync<ServiceConnectionException>(() => client.RunAsync(TestOperation.Post));

        Assert.That(failure!.AttemptCount, Is.EqualTo(4));
    }

    [Test]
    public async Task Condition_that_fails_after_an_attempt_without_an_answer_says_that_the_attempt_may_have_succeeded()
    {
        await using RawServer server = new(Reply.Reset(), Reply.Error(412, "PreconditionFailed"));
        using ClientPipeline client = TestClient.For(server);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Put));

        Assert.That(failure!.Message, Does.Contain("An earlier attempt, which ended without a clear answer, may have been carried out."));
    }

    [Test]
    public async Task Fault_of_a_socket_that_the_handler_lets_through_as_it_is_is_tried_again()
    {
        ServiceConnectionException failure = await FailOverAsync(new SocketException((int)SocketError.NotConnected));

        Assert.That(failure.InnerException, Is.InstanceOf<SocketException>());
        Assert.That(failure.AttemptCount, Is.EqualTo(4));
    }

    [Test]
    public async Task Connection_that_is_not_made_in_time_is_tried_again()
    {
        ServiceConnectionException failure = await FailOverAsync(new TaskCanceledException("as SocketsHttpHandler says it", new TimeoutException()));

        Assert.That(failure.IsTimeout, Is.True);
        Assert.That(failure.Message, Does.Contain("ConnectTimeout"));
        Assert.That(failure.AttemptCount, Is.EqualTo(4));
    }

    private static async Task<ServiceConnectionException> FailOverAsync(Exception fault)
    {
        using BreakingTransport transport = new(fault);
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            EndpointUrl = new Uri("http://localhost"),
            Credentials = TestClient.Keys,
            Transport = transport,
            Environment = new FakeEnvironment(),
            NextRandom = static () => 0,
        });
        return (await Assert.ThrowsAsync<ServiceConnectionException>(() => client.RunAsync(TestOperation.Head)))!;
    }

    private static Reply Answer(int status, string? code) => code is null ? Reply.Status(status) : Reply.Error(status, code);

    /// <summary>
    /// It fails always alike. When a connection is reset as soon as it is made, SocketsHttpHandler asks for the address of a peer that
    /// is gone, and lets the SocketException through.
    /// </summary>
    private sealed class BreakingTransport(Exception fault) : IHttpTransport
    {
        public ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            ValueTask.FromException<HttpResponseMessage>(fault);

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
