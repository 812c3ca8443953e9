using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Pipeline.Corrections;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RegionCorrectionTests
{
    private const string Right = "eu-west-1";
    private const string Wrong = "us-west-2";

    private readonly FakeTimeProvider _time = new(TestClient.Now);
    private readonly RecordedLog _log = new();

    /// <summary>How S3 says that a bucket is elsewhere.</summary>
    private static IEnumerable<TestCaseData> Corrections =>
    [
        Answer("301 with the header", static () => StubTransport.Error(301, "PermanentRedirect", headers: ("x-amz-bucket-region", Right))),
        Answer("301 without a body", static () => StubTransport.Status(301, headers: ("x-amz-bucket-region", Right))),
        Answer("307 with the header", static () => StubTransport.Error(307, "TemporaryRedirect", headers: ("x-amz-bucket-region", Right))),
        Answer("400 that expects another region", static () => StubTransport.Error(400, "AuthorizationHeaderMalformed", $"<Region>{Right}</Region>")),
        Answer("400 without a body, as to HEAD", static () => StubTransport.Status(400, headers: ("x-amz-bucket-region", Right))),
        Answer("400 of a region to opt into", static () => StubTransport.Error(400, "IllegalLocationConstraintException", headers: ("x-amz-bucket-region", Right))),
        Answer("403 with another region in the header", static () => StubTransport.Error(403, "AccessDenied", headers: ("x-amz-bucket-region", Right))),
    ];

    [TestCaseSource(nameof(Corrections))]
    public async Task Request_to_the_wrong_region_is_resolved_and_signed_anew_and_sent_to_the_right_one(Func<HttpResponseMessage> refuse)
    {
        StubTransport aws = new(request => request.Host.Contains(Right, StringComparison.Ordinal) ? StubTransport.Status(200, headers: ("ETag", "e")) : refuse());
        using ClientPipeline client = ClientOf(aws);

        TestResponse response = await client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromString("x") });

        Assert.That(response.ETag, Is.EqualTo("e"));
        Assert.That(aws.Hosts, Is.EqualTo(new[] { $"bucket.s3.{Wrong}.amazonaws.com", $"bucket.s3.{Right}.amazonaws.com" }));
        Assert.That(aws.Requests.Select(static request => request.SignedRegion), Is.EqualTo(new[] { Wrong, Right }));
        Assert.That(aws.Requests.Select(static request => request.Body), Is.All.EqualTo("x"));
    }

    [Test]
    public async Task Correction_is_no_retry_and_makes_no_pause()
    {
        StubTransport aws = RedirectTo(Right);
        using ClientPipeline client = ClientOf(aws, maxRetries: 0);

        await client.RunAsync(TestOperation.Get).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.That(aws.Requests, Has.Length.EqualTo(2));
        Assert.That(_log.At(LogLevel.Warning), Is.Empty);
        Assert.That(_log.At(LogLevel.Information).Where(static line => line.StartsWith("Bucket", StringComparison.Ordinal)), Is.EqualTo(new[] { $"Bucket bucket is in region {Right}, not in {Wrong}; its requests go to {Right} from here on" }));
    }

    [Test]
    public async Task Region_is_kept_for_the_bucket_and_for_no_other()
    {
        StubTransport aws = new(request => request.Host.StartsWith("other.", StringComparison.Ordinal) || request.Host.Contains(Right, StringComparison.Ordinal)
            ? StubTransport.Status(200)
            : StubTransport.Error(301, "PermanentRedirect", headers: ("x-amz-bucket-region", Right)));
        using ClientPipeline client = ClientOf(aws);

        await client.RunAsync(TestOperation.Get);
        await client.RunAsync(TestOperation.Head, new TestRequest { Key = "another" });
        await client.RunAsync(TestOperation.Get, new TestRequest { Bucket = "other" });

        Assert.That(aws.Hosts[2..], Is.EqualTo(new[] { $"bucket.s3.{Right}.amazonaws.com", $"other.s3.{Wrong}.amazonaws.com" }));
    }

    [Test]
    public async Task Region_is_believed_for_a_day()
    {
        StubTransport aws = RedirectTo(Right);
        using ClientPipeline client = ClientOf(aws);
        await client.RunAsync(TestOperation.Get);

        _time.Advance(TimeSpan.FromHours(23.9));
        await client.RunAsync(TestOperation.Get);
        Assert.That(aws.Requests, Has.Length.EqualTo(3));

        _time.Advance(TimeSpan.FromHours(0.2));
        await client.RunAsync(TestOperation.Get);
        Assert.That(aws.Hosts[3..], Is.EqualTo(new[] { $"bucket.s3.{Wrong}.amazonaws.com", $"bucket.s3.{Right}.amazonaws.com" }));
    }

    [Test]
    public async Task Redirect_from_a_region_that_was_learned_replaces_it()
    {
        string home = Right;
        StubTransport aws = new(request => request.Host.Contains(home, StringComparison.Ordinal)
            ? StubTransport.Status(200)
            : StubTransport.Error(301, "PermanentRedirect", headers: ("x-amz-bucket-region", home)));
        using ClientPipeline client = ClientOf(aws);
        await client.RunAsync(TestOperation.Get);

        home = "ap-south-1";
        await client.RunAsync(TestOperation.Get);
        await client.RunAsync(TestOperation.Get);

        Assert.That(aws.Hosts[2..], Is.EqualTo(new[] { $"bucket.s3.{Right}.amazonaws.com", "bucket.s3.ap-south-1.amazonaws.com", "bucket.s3.ap-south-1.amazonaws.com" }));
    }

    [Test]
    public async Task Bucket_that_is_created_anew_is_created_in_the_clients_own_region()
    {
        string home = Right;
        StubTransport aws = new(request => request.Host.Contains(home, StringComparison.Ordinal) ? StubTransport.Status(200)
            : home == Wrong ? StubTransport.Error(400, "IllegalLocationConstraintException")
            : StubTransport.Error(301, "PermanentRedirect", headers: ("x-amz-bucket-region", home)));
        using ClientPipeline client = ClientOf(aws);
        await client.RunAsync(TestOperation.Get);

        home = Wrong;
        await client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromString("x") });
        await client.RunAsync(TestOperation.Get);

        Assert.That(aws.Hosts[2..], Is.EqualTo(new[] { $"bucket.s3.{Right}.amazonaws.com", $"bucket.s3.{Wrong}.amazonaws.com", $"bucket.s3.{Wrong}.amazonaws.com" }));
    }

    [Test]
    public async Task Regions_that_send_to_one_another_end_with_the_second_answer()
    {
        StubTransport aws = new(request => StubTransport.Error(
            301, "PermanentRedirect", headers: ("x-amz-bucket-region", request.Host.Contains(Right, StringComparison.Ordinal) ? Wrong : Right)));
        using ClientPipeline client = ClientOf(aws);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(failure!.ErrorCode, Is.EqualTo("PermanentRedirect"));
        Assert.That(failure.AttemptCount, Is.EqualTo(2));
        Assert.That(aws.Requests, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Failure_after_the_correction_is_retried_in_the_right_region()
    {
        int refusals = 0;
        StubTransport aws = new(request => !request.Host.Contains(Right, StringComparison.Ordinal)
            ? StubTransport.Error(301, "PermanentRedirect", headers: ("x-amz-bucket-region", Right))
            : refusals++ == 0 ? StubTransport.Error(503, "SlowDown") : StubTransport.Status(200));
        using ClientPipeline client = ClientOf(aws);

        await client.RunAsync(TestOperation.Get);

        Assert.That(aws.Requests.Select(static request => request.SignedRegion), Is.EqualTo(new[] { Wrong, Right, Right }));
    }

    [Test]
    public async Task Body_that_cannot_be_read_twice_ends_with_the_error_and_the_name_of_the_right_region()
    {
        StubTransport aws = RedirectTo(Right);
        using ClientPipeline client = ClientOf(aws);
        RequestBody body = RequestBody.FromStream(new NonSeekableStream("abc"u8.ToArray()), contentLength: 3);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Put, new TestRequest { Body = body }));
        Assert.That(failure!.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently));
        Assert.That(failure.Message, Does.Contain($"is in region {Right}").And.Contain("cannot be read twice"));

        await client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromString("x") });
        Assert.That(aws.Hosts, Is.EqualTo(new[] { $"bucket.s3.{Wrong}.amazonaws.com", $"bucket.s3.{Right}.amazonaws.com" }));
    }

    [TestCase("evil.example.com/x")]
    [TestCase("eu-west-1.evil")]
    [TestCase("eu west")]
    [TestCase("-eu")]
    [TestCase("EU")]
    [TestCase("1")]
    [TestCase("u@evil")]
    public async Task Region_that_is_no_region_is_not_followed(string region)
    {
        StubTransport aws = new(_ => StubTransport.Error(400, "AuthorizationHeaderMalformed", $"<Region>{region}</Region>"));
        using ClientPipeline client = ClientOf(aws);

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(aws.Hosts, Is.EqualTo(new[] { $"bucket.s3.{Wrong}.amazonaws.com" }));
    }

    [TestCase("arn:aws:s3:us-west-2:123456789012:accesspoint/ap", SigningScheme.SigV4, "s3")]
    [TestCase("bucket", SigningScheme.SigV4a, "s3")]
    [TestCase("name--usw2-az1--x-s3", SigningScheme.SigV4, "s3express")]
    [TestCase("bucket", SigningScheme.SigV4, "s3-outposts")]
    public async Task What_has_no_region_of_a_plain_bucket_is_not_moved(string bucket, SigningScheme scheme, string signingName)
    {
        StubTransport aws = new(_ => StubTransport.Error(301, "PermanentRedirect", headers: ("x-amz-bucket-region", Right)));
        using ClientPipeline client = ClientOf(aws, resolver: new FixedResolver(new Endpoint
        {
            Scheme = "https",
            Authority = "host.amazonaws.com",
            SigningRegion = Wrong,
            SigningName = signingName,
            SigningScheme = scheme,
        }));

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List, new TestRequest { Bucket = bucket }));

        Assert.That(aws.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Endpoint_of_the_users_own_is_never_left()
    {
        await using RawServer server = new(
            Reply.Status(301, "<Error><Code>PermanentRedirect</Code></Error>", $"x-amz-bucket-region: {Right}\r\n"), Reply.Ok());
        using ClientPipeline client = TestClient.For(server);

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(server.Requests, Has.Length.EqualTo(1));
    }

    [TestCase(404)]
    [TestCase(409)]
    [TestCase(416)]
    public async Task Other_statuses_name_the_region_and_mean_something_else(int status)
    {
        StubTransport aws = new(_ => StubTransport.Error(status, "Some", headers: ("x-amz-bucket-region", Right)));
        using ClientPipeline client = ClientOf(aws);

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(aws.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Refusal_that_names_the_region_which_was_asked_is_an_error_at_once()
    {
        StubTransport aws = new(_ => StubTransport.Error(403, "AccessDenied", headers: ("x-amz-bucket-region", Wrong)));
        using ClientPipeline client = ClientOf(aws);

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(aws.Requests, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Redirect_without_a_region_has_the_bucket_asked()
    {
        StubTransport aws = new(request => request.Host.Contains(Right, StringComparison.Ordinal) ? StubTransport.Status(200)
            : request.Method == "HEAD" ? StubTransport.Status(301, headers: ("x-amz-bucket-region", Right))
            : StubTransport.Error(301, "PermanentRedirect", "<Endpoint>bucket.s3.amazonaws.com</Endpoint>"));
        using ClientPipeline client = ClientOf(aws);

        await client.RunAsync(TestOperation.Get);

        Assert.That(aws.Requests.Select(static request => $"{request.Method} {request.Url.AbsolutePath} {request.SignedRegion}"), Is.EqualTo(new[]
        {
            $"GET /key {Wrong}", $"HEAD / {Wrong}", $"HEAD / {Right}", $"GET /key {Right}",
        }));
    }

    [Test]
    public async Task Bare_400_to_HEAD_has_the_bucket_asked_once_and_stays_an_error_in_the_right_region()
    {
        StubTransport aws = new(request => request.Url.AbsolutePath == "/" ? StubTransport.Status(200) : StubTransport.Status(400));
        using ClientPipeline client = ClientOf(aws);

        for (int i = 0; i < 3; i++)
        {
            TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.Head));
            Assert.That(failure!.AttemptCount, Is.EqualTo(1));
        }

        Assert.That(aws.Requests.Count(static request => request.Url.AbsolutePath == "/"), Is.EqualTo(1));
        Assert.That(aws.Requests, Has.Length.EqualTo(4));
    }

    [Test]
    public async Task Redirect_whose_region_nobody_tells_ends_with_the_redirect()
    {
        StubTransport aws = new(_ => StubTransport.Error(301, "PermanentRedirect"));
        using ClientPipeline client = ClientOf(aws);

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(failure!.ErrorCode, Is.EqualTo("PermanentRedirect"));
        Assert.That(aws.Requests.Select(static request => request.Method), Is.EqualTo(new[] { "GET", "HEAD" }));
    }

    [Test]
    public async Task Location_of_a_redirect_is_not_followed()
    {
        StubTransport aws = new(_ => StubTransport.Error(307, "TemporaryRedirect", headers: [("Location", "https://evil.example.com/"), ("x-amz-bucket-region", Wrong)]));
        using ClientPipeline client = ClientOf(aws);

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(aws.Hosts, Is.All.EqualTo($"bucket.s3.{Wrong}.amazonaws.com"));
    }

    [Test]
    public async Task Region_in_which_the_rules_know_no_endpoint_leaves_the_answer_as_it_is()
    {
        StubTransport aws = RedirectTo(Right);
        using ClientPipeline client = ClientOf(aws, resolver: new RegionalResolver(Wrong));

        TestException? failure = await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));

        Assert.That(failure!.ErrorCode, Is.EqualTo("PermanentRedirect"));
    }

    private static TestCaseData Answer(string name, Func<HttpResponseMessage> refuse) => new TestCaseData(refuse).SetArgDisplayNames(name);

    private static StubTransport RedirectTo(string region) => new(request => request.Host.Contains(region, StringComparison.Ordinal)
        ? StubTransport.Status(200)
        : StubTransport.Error(301, "PermanentRedirect", headers: ("x-amz-bucket-region", region)));

    private ClientPipeline ClientOf(StubTransport aws, int maxRetries = 3, IEndpointResolver? resolver = null) => new(TestOperation.S3, new ClientOptions
    {
        Region = Wrong,
        Credentials = TestClient.Keys,
        Transport = aws,
        MaxRetries = maxRetries,
        EndpointResolver = resolver,
        TimeProvider = _time,
        LoggerFactory = _log,
        NextRandom = static () => 0,
        Environment = new FakeEnvironment(),
    });

    private sealed class FixedResolver(Endpoint endpoint) : IEndpointResolver
    {
        public Endpoint Resolve(in EndpointParameters parameters) => endpoint;
    }

    /// <summary>Knows one region.</summary>
    private sealed class RegionalResolver(string region) : IEndpointResolver
    {
        public Endpoint Resolve(in EndpointParameters parameters) => parameters.Region == region
            ? new Endpoint { Scheme = "https", Authority = "host.amazonaws.com", SigningRegion = region, SigningName = "s3" }
            : throw new ArgumentException("There is no such region.", nameof(parameters));
    }
}
