using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Sessions;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SessionSigningTests
{
    private const string Bucket = "name--use1-az4--x-s3";
    private const string Zone = "s3express-use1-az4.us-east-1.amazonaws.com";

    private static readonly TestOperation Opener = new(HttpMethod.Get, ResponseBodyKind.Buffered);
    private static readonly TestOperation WithChecksum = new(HttpMethod.Post, flags: OperationFlags.ChecksumRequired);

    private readonly FakeTimeProvider _time = new(TestClient.Now);
    private readonly RecordedLog _log = new();
    private int _opened;

    [Test]
    public async Task Requests_to_a_directory_bucket_are_signed_with_one_session_that_the_clients_credentials_open()
    {
        StubTransport aws = Aws();
        using ClientPipeline client = ClientOf(aws);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => client.RunAsync(TestOperation.Get, new TestRequest { Bucket = Bucket }))));

        Assert.That(aws.Requests.Count(static request => request.Host == Zone), Is.EqualTo(1));
        Assert.That(KeyOf(aws.Requests.Single(static request => request.Host == Zone)), Is.EqualTo("AKIDEXAMPLE"));
        Assert.That(aws.Requests.Where(static request => request.Host != Zone).Select(KeyOf), Has.Exactly(20).Items.And.All.EqualTo("SESSION1"));
    }

    [Test]
    public async Task Token_of_a_session_has_a_header_of_its_own()
    {
        StubTransport aws = Aws();
        using ClientPipeline client = ClientOf(aws);

        await client.RunAsync(TestOperation.Get, new TestRequest { Bucket = Bucket });

        SentRequest sent = aws.Requests[^1];
        Assert.That(sent.Header("x-amz-s3session-token"), Is.EqualTo("confidential"));
        Assert.That(sent.Header("x-amz-security-token"), Is.Null);
        Assert.That(sent.Header("Authorization"), Does.StartWith(
            "AWS4-HMAC-SHA256 Credential=SESSION1/20260701/us-east-1/s3express/aws4_request, "
            + "SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-s3session-token, Signature="));
    }

    [Test]
    public async Task Session_is_renewed_ahead_of_its_end()
    {
        StubTransport aws = Aws();
        using ClientPipeline client = ClientOf(aws);
        await client.RunAsync(TestOperation.Get, new TestRequest { Bucket = Bucket });

        _time.Advance(TimeSpan.FromMinutes(4.5));
        await client.RunAsync(TestOperation.Get, new TestRequest { Bucket = Bucket });
        while (Volatile.Read(ref _opened) < 2)
        {
            await Task.Delay(10);
        }

        for (int i = 0; i < 1000 && KeyOf(aws.Requests[^1]) != "SESSION2"; i++)
        {
            await client.RunAsync(TestOperation.Get, new TestRequest { Bucket = Bucket });
            await Task.Delay(10);
        }

        Assert.That(KeyOf(aws.Requests[^1]), Is.EqualTo("SESSION2"));
        Assert.That(_opened, Is.EqualTo(2));
    }

    [TestCase(400, "ExpiredToken")]
    [TestCase(400, "InvalidToken")]
    public async Task Session_that_the_service_takes_for_ended_is_replaced_once_and_at_once(int status, string code)
    {
        StubTransport aws = Aws(request => KeyOf(request) == "SESSION1" ? StubTransport.Error(status, code) : StubTransport.Status(200));
        using ClientPipeline client = ClientOf(aws, maxRetries: 0);

        await client.RunAsync(TestOperation.Get, new TestRequest { Bucket = Bucket });

        Assert.That(aws.Requests.Select(KeyOf), Is.EqualTo(new[] { "AKIDEXAMPLE", "SESSION1", "AKIDEXAMPLE", "SESSION2" }));
    }

    [Test]
    public async Task Bare_400_to_HEAD_may_mean_the_session_and_replaces_it_once()
    {
        StubTransport aws = Aws(request => KeyOf(request) == "SESSION1" ? StubTransport.Status(400) : StubTransport.Status(200));
        using ClientPipeline client = ClientOf(aws, maxRetries: 0);

        await client.RunAsync(TestOperation.Head, new TestRequest { Bucket = Bucket });

        Assert.That(aws.Requests.Select(KeyOf), Is.EqualTo(new[] { "AKIDEXAMPLE", "SESSION1", "AKIDEXAMPLE", "SESSION2" }));
    }

    [Test]
    public async Task Service_that_refuses_every_session_ends_with_its_second_answer()
    {
        StubTransport aws = Aws(static _ => StubTransport.Error(400, "ExpiredToken"));
        using ClientPipeline client = ClientOf(aws);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List, new TestRequest { Bucket = Bucket }));

        Assert.That(failure!.AttemptCount, Is.EqualTo(2));
        Assert.That(_opened, Is.EqualTo(2));
    }

    [Test]
    public async Task Session_that_is_refused_ends_the_call_with_that_refusal()
    {
        StubTransport aws = new(static _ => StubTransport.Error(403, "AccessDenied"));
        using ClientPipeline client = ClientOf(aws);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Get, new TestRequest { Bucket = Bucket }));

        Assert.That(failure!.ErrorCode, Is.EqualTo("AccessDenied"));
        Assert.That(aws.Hosts, Is.EqualTo(new[] { Zone }));
    }

    [Test]
    public async Task Client_that_can_open_no_session_says_so_before_anything_is_sent()
    {
        StubTransport aws = Aws();
        using ClientPipeline client = ClientOf(aws, opensSessions: false);

        CredentialsException? failure = await Assert.ThrowsAsync<CredentialsException>(() => client.RunAsync(TestOperation.Get, new TestRequest { Bucket = Bucket }));

        Assert.That(failure!.Message, Does.Contain(Bucket).And.Contain("directory bucket"));
        Assert.That(aws.Requests, Is.Empty);
    }

    [Test]
    public async Task Resolver_that_wants_a_session_for_the_opening_of_sessions_is_an_error_and_no_deadlock()
    {
        using ClientPipeline client = ClientOf(Aws(), openerBucket: Bucket);

        CredentialsException? failure = await Assert.ThrowsAsync<CredentialsException>(
            () => client.RunAsync(TestOperation.Get, new TestRequest { Bucket = Bucket }).WaitAsync(TimeSpan.FromSeconds(10)));

        Assert.That(failure!.Message, Does.Contain("which opens sessions"));
    }

    [Test]
    public async Task Anonymous_client_opens_no_session()
    {
        StubTransport aws = Aws();
        using ClientPipeline client = ClientOf(aws, credentials: Credentials.Anonymous);

        await client.RunAsync(TestOperation.Get, new TestRequest { Bucket = Bucket });

        Assert.That(aws.Requests.Single().Header("Authorization"), Is.Null);
    }

    [Test]
    public async Task Checksum_that_is_demanded_is_CRC32_for_a_directory_bucket_and_MD5_for_others()
    {
        StubTransport aws = Aws();
        using ClientPipeline client = ClientOf(aws);

        await client.RunAsync(WithChecksum, new TestRequest { Bucket = Bucket, Body = RequestBody.FromString("123456789") });
        await client.RunAsync(WithChecksum, new TestRequest { Bucket = "plain", Body = RequestBody.FromString("123456789") });

        Assert.That(aws.Requests[1].Header("x-amz-checksum-crc32"), Is.EqualTo("y/Q5Jg=="));
        Assert.That(aws.Requests[1].Header("Content-MD5"), Is.Null);
        Assert.That(aws.Requests[2].Header("x-amz-checksum-crc32"), Is.Null);
        Assert.That(aws.Requests[2].Header("Content-MD5"), Is.EqualTo("JfnnlDI7RTiF9RgfG2JNCw=="));
    }

    [Test]
    public async Task Nothing_of_a_session_is_logged_but_its_bucket()
    {
        StubTransport aws = Aws(static _ => StubTransport.Error(400, "ExpiredToken"));
        using ClientPipeline client = ClientOf(aws);

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List, new TestRequest { Bucket = Bucket }));

        Assert.That(string.Join('\n', _log.Lines.Select(static line => line.Text)), Does.Not.Contain("SESSION").And.Not.Contain("confidential").And.Not.Contain("session-secret"));
    }

    private static string KeyOf(SentRequest request) => request.Header("Authorization")!.Split('=')[1].Split('/')[0];

    /// <summary>AWS with one operation that opens sessions, which last five minutes.</summary>
    private StubTransport Aws(Func<SentRequest, HttpResponseMessage>? answer = null) => new(request => request.Host == Zone
        ? StubTransport.Status(200, $"<Result>SESSION{Interlocked.Increment(ref _opened)}</Result>")
        : answer?.Invoke(request) ?? StubTransport.Status(200));

    private ClientPipeline ClientOf(
        StubTransport aws, int maxRetries = 3, bool opensSessions = true, Credentials? credentials = null, string? openerBucket = null)
    {
        ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            Credentials = credentials is null ? TestClient.Keys : new StaticCredentialProvider(credentials),
            Transport = aws,
            MaxRetries = maxRetries,
            EndpointResolver = new ZoneResolver(),
            TimeProvider = _time,
            LoggerFactory = _log,
            NextRandom = static () => 0,
            Environment = new FakeEnvironment(),
        });
        if (opensSessions)
        {
            client.UseSessions(
                Opener,
                _ => new TestRequest { Bucket = openerBucket, Key = "session" },
                response => new Credentials(response.Text!, "session-secret", "confidential", _time.GetUtcNow().AddMinutes(5)));
        }

        return client;
    }

    /// <summary>Directory buckets want a session; what names no bucket, the opening of one among it, does not.</summary>
    private sealed class ZoneResolver : IEndpointResolver
    {
        public Endpoint Resolve(in EndpointParameters parameters)
        {
            bool isDirectory = parameters.Bucket?.EndsWith("--x-s3", StringComparison.Ordinal) == true;
            return new Endpoint
            {
                Scheme = "https",
                Authority = parameters.Bucket is { } bucket ? $"{bucket}.{Zone}" : Zone,
                SigningRegion = "us-east-1",
                SigningName = isDirectory || parameters.Bucket is null ? "s3express" : "s3",
                SigningScheme = isDirectory ? SigningScheme.SigV4S3Express : SigningScheme.SigV4,
            };
        }
    }
}
