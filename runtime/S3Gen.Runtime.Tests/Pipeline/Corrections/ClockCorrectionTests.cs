using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Pipeline.Corrections;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ClockCorrectionTests
{
    private readonly FakeTimeProvider _time = new(TestClient.Now);
    private readonly RecordedLog _log = new();

    [TestCase("RequestTimeTooSkewed", 20)]
    [TestCase("RequestTimeTooSkewed", -20)]
    [TestCase("RequestTimeTooSkewed", 1)]
    [TestCase("RequestTimeTooSkewed", 20000)]
    [TestCase("RequestExpired", 20)]
    [TestCase("RequestInTheFuture", -20)]
    [TestCase("SignatureDoesNotMatch", 6)]
    [TestCase("InvalidSignatureException", -6)]
    public async Task Refusal_for_the_time_is_repeated_at_once_with_the_time_of_the_service(string code, int minutes)
    {
        StubTransport server = Refusing(code, TimeSpan.FromMinutes(minutes));
        using ClientPipeline client = ClientOf(server, maxRetries: 0);

        await client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromString("x") });

        Assert.That(server.Requests.Select(TimeOf), Is.EqualTo(new[] { TestClient.Now, TestClient.Now.AddMinutes(minutes) }));
    }

    [Test]
    public async Task Bare_403_to_HEAD_is_repeated_if_the_clocks_differ_by_more_than_five_minutes()
    {
        StubTransport server = new(request => TimeOf(request) == TestClient.Now ? StubTransport.Status(403, headers: Date(TimeSpan.FromMinutes(16))) : StubTransport.Status(200));
        using ClientPipeline client = ClientOf(server);

        await client.RunAsync(TestOperation.Head);

        Assert.That(server.Requests, Has.Length.EqualTo(2));
    }

    [TestCase("SignatureDoesNotMatch", 4)]
    [TestCase("AccessDenied", 20)]
    [TestCase("InvalidAccessKeyId", 20)]
    public async Task Refusal_that_is_not_about_the_time_is_an_error_at_once(string code, int minutes)
    {
        StubTransport server = Refusing(code, TimeSpan.FromMinutes(minutes));
        using ClientPipeline client = ClientOf(server);

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Offset_is_kept_for_the_endpoint_and_for_no_other()
    {
        StubTransport server = new(request => request.Host.StartsWith("bucket.", StringComparison.Ordinal) && TimeOf(request) == TestClient.Now
            ? StubTransport.Error(403, "RequestTimeTooSkewed", headers: Date(TimeSpan.FromMinutes(20)))
            : StubTransport.Status(200));
        using ClientPipeline client = ClientOf(server);
        await client.RunAsync(TestOperation.Get);

        await client.RunAsync(TestOperation.Get, new TestRequest { Key = "another" });
        await client.RunAsync(TestOperation.Get, new TestRequest { Bucket = "other" });

        Assert.That(server.Requests[2..].Select(TimeOf), Is.EqualTo(new[] { TestClient.Now.AddMinutes(20), TestClient.Now }));
    }

    [Test]
    public async Task Offset_goes_when_the_clock_is_set_right()
    {
        DateTimeOffset serverStart = TestClient.Now.AddHours(1);
        StubTransport server = new(request => (TimeOf(request) - (_time.GetUtcNow() < serverStart ? serverStart : _time.GetUtcNow())).Duration() > TimeSpan.FromMinutes(15)
            ? StubTransport.Error(403, "RequestTimeTooSkewed", headers: ("Date", (_time.GetUtcNow() < serverStart ? serverStart : _time.GetUtcNow()).ToString("r")))
            : StubTransport.Status(200));
        using ClientPipeline client = ClientOf(server);
        await client.RunAsync(TestOperation.Get);

        _time.SetUtcNow(serverStart);
        await client.RunAsync(TestOperation.Get);
        await client.RunAsync(TestOperation.Get);

        Assert.That(server.Requests.Select(TimeOf), Is.EqualTo(new[] { TestClient.Now, serverStart, serverStart.AddHours(1), serverStart, serverStart }));
    }

    [Test]
    public async Task Service_that_refuses_every_time_ends_with_the_second_answer()
    {
        StubTransport server = new(_ => StubTransport.Error(403, "RequestTimeTooSkewed", headers: Date(TimeSpan.FromMinutes(20))));
        using ClientPipeline client = ClientOf(server);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(failure!.ErrorCode, Is.EqualTo("RequestTimeTooSkewed"));
        Assert.That(failure.AttemptCount, Is.EqualTo(2));
        Assert.That(server.Requests, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Time_of_the_service_is_that_of_the_middle_between_request_and_response()
    {
        DateTimeOffset date = TestClient.Now.AddMinutes(30);
        bool isFirst = true;
        StubTransport server = new(_ =>
        {
            _time.Advance(TimeSpan.FromSeconds(20));
            HttpResponseMessage answer = isFirst ? StubTransport.Error(403, "RequestTimeTooSkewed", headers: ("Date", date.ToString("r"))) : StubTransport.Status(200);
            isFirst = false;
            return answer;
        });
        using ClientPipeline client = ClientOf(server);

        await client.RunAsync(TestOperation.Get);

        Assert.That(TimeOf(server.Requests[1]), Is.EqualTo(date.AddSeconds(10)));
    }

    [TestCase("Age", "5")]
    public async Task Date_of_a_response_from_a_cache_says_nothing(string name, string value)
    {
        StubTransport server = new(_ => StubTransport.Error(403, "RequestTimeTooSkewed", headers: [Date(TimeSpan.FromMinutes(20)), (name, value)]));
        using ClientPipeline client = ClientOf(server);

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(server.Requests, Has.Length.EqualTo(1));
        Assert.That(_log.At(LogLevel.Warning), Is.Empty);
    }

    [TestCase("tomorrow")]
    [TestCase("")]
    [TestCase("Thu, 01 Jan 1970 00:00:00 GMT")]
    [TestCase("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Date_that_is_none_says_nothing(string date)
    {
        StubTransport server = new(_ => StubTransport.Error(403, "RequestTimeTooSkewed", headers: ("Date", date)));
        using ClientPipeline client = ClientOf(server);

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Body_that_cannot_be_read_twice_ends_with_the_error_and_the_difference_of_the_clocks()
    {
        StubTransport server = Refusing("RequestTimeTooSkewed", TimeSpan.FromMinutes(20));
        using ClientPipeline client = ClientOf(server);
        RequestBody body = RequestBody.FromStream(new NonSeekableStream("abc"u8.ToArray()), contentLength: 3);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Put, new TestRequest { Body = body }));
        Assert.That(failure!.Message, Does.Contain("+20 min").And.Contain("cannot be read twice"));

        await client.RunAsync(TestOperation.Get);
        Assert.That(server.Requests, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Success_shifts_no_signature_but_a_skew_of_more_than_five_minutes_is_logged_once()
    {
        StubTransport server = new(_ => StubTransport.Status(200, headers: ("Date", _time.GetUtcNow().AddMinutes(-7).ToString("r"))));
        using ClientPipeline client = ClientOf(server);

        for (int i = 0; i < 3; i++)
        {
            await client.RunAsync(TestOperation.Get);
            _time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.That(server.Requests.Select(TimeOf), Is.EqualTo(new[] { TestClient.Now, TestClient.Now.AddMinutes(2), TestClient.Now.AddMinutes(4) }));
        Assert.That(_log.At(LogLevel.Warning), Is.EqualTo(new[]
        {
            "The clock of this machine is 7.0 min ahead of that of bucket.s3.us-east-1.amazonaws.com; services refuse requests whose time is too far from theirs",
        }));
    }

    [Test]
    public async Task Skew_is_logged_again_when_it_has_changed()
    {
        int minutes = 7;
        StubTransport server = new(_ => StubTransport.Status(200, headers: ("Date", _time.GetUtcNow().AddMinutes(minutes).ToString("r"))));
        using ClientPipeline client = ClientOf(server);
        foreach (int next in (int[])[7, 8, 0, 7, 14])
        {
            minutes = next;
            await client.RunAsync(TestOperation.Get);
            _time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.That(_log.At(LogLevel.Warning).Select(static line => line.Split(" min ")[0]), Is.EqualTo(new[]
        {
            "The clock of this machine is 7.0", "The clock of this machine is 7.0", "The clock of this machine is 14.0",
        }));
    }

    [Test]
    public async Task Wrong_clock_and_wrong_region_are_both_mended_in_one_call()
    {
        StubTransport server = new(request =>
            !request.Host.Contains("eu-west-1", StringComparison.Ordinal) ? StubTransport.Error(301, "PermanentRedirect", headers: ("x-amz-bucket-region", "eu-west-1"))
            : TimeOf(request) == TestClient.Now ? StubTransport.Error(403, "RequestTimeTooSkewed", headers: Date(TimeSpan.FromMinutes(20)))
            : StubTransport.Status(200));
        using ClientPipeline client = ClientOf(server, maxRetries: 0);

        await client.RunAsync(TestOperation.Get);

        Assert.That(server.Requests, Has.Length.EqualTo(3));
    }

    private static (string Name, string Value) Date(TimeSpan ahead) => ("Date", (TestClient.Now + ahead).ToString("r"));

    private static DateTimeOffset TimeOf(SentRequest request) => DateTimeOffset.ParseExact(
        request.Header("x-amz-date")!, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Takes any time but that of the client's clock.</summary>
    private static StubTransport Refusing(string code, TimeSpan ahead) => new(request =>
        TimeOf(request) == TestClient.Now ? StubTransport.Error(403, code, headers: Date(ahead)) : StubTransport.Status(200));

    private ClientPipeline ClientOf(StubTransport server, int maxRetries = 3) => new(TestOperation.S3, new ClientOptions
    {
        Credentials = TestClient.Keys,
        Transport = server,
        MaxRetries = maxRetries,
        TimeProvider = _time,
        LoggerFactory = _log,
        NextRandom = static () => 0,
        Environment = new FakeEnvironment(),
    });
}
