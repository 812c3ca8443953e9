using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Diagnostics;

/// <summary>The specification's table of what is logged at which level, by the events that stand for each of its lines.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LogTableTests
{
    private static readonly (LogLevel Level, string What, (int Id, string Name)[] Events)[] Table =
    [
        (LogLevel.Error, "Operation failures after all retries exhausted", [(2, "Failed")]),
        (LogLevel.Error, "Circuit breaker state changes to OPEN", [(20, "CircuitOpened")]),
        (LogLevel.Error, "Authentication/authorization failures", [(9, "Refused")]),
        (LogLevel.Error, "Multipart upload failures", [(43, "Failed")]),
        (LogLevel.Warning, "Retry attempts (with attempt number)", [(1, "Retrying")]),
        (LogLevel.Warning, "Rate limit encountered", [(10, "RateLimited")]),
        (LogLevel.Warning, "Credential refresh triggered", [(107, "Refreshing")]),
        (LogLevel.Warning, "Slow requests (> threshold)", [(8, "Slow")]),
        (LogLevel.Information, "Client initialization", [(11, "ClientMade")]),
        (LogLevel.Information, "Multipart upload started/completed", [(40, "Started"), (41, "Completed"), (42, "Aborted")]),
        (LogLevel.Information, "Circuit breaker state transitions", [(21, "CircuitHalfOpened"), (22, "CircuitClosed")]),
        (LogLevel.Information, "Configuration changes", [(3, "RegionCorrected")]),
        (LogLevel.Information, "S3 operation completed", [(7, "Completed")]),
        (LogLevel.Debug, "Request/response headers (sanitized)", [(50, "Request"), (51, "Response")]),
        (LogLevel.Debug, "Credential provider chain resolution", [(108, "Asking"), (109, "HasNone"), (104, "Found")]),
        (LogLevel.Debug, "Connection pool events", [(52, "Opened"), (53, "Closed")]),
        (LogLevel.Debug, "Retry delay calculations", [(12, "RetryPlanned")]),
        (LogLevel.Trace, "Full request/response bodies (truncated)", [(60, "RequestBody"), (61, "ResponseBody")]),
        (LogLevel.Trace, "Signature calculation steps", [(62, "Signed")]),
        (LogLevel.Trace, "XML parsing details", [(63, "Parsed")]),
    ];

    private readonly RecordedLog _log = new();
    private readonly FakeTimeProvider _time = new(TestClient.Now);

    [Test]
    public async Task Every_line_of_the_specification_is_logged_at_its_level()
    {
        await FailAndRecoverAsync();
        await BeRefusedAsync();
        await BeSlowAndMoveAsync();
        await RenewCredentialsAsync();

        (LogLevel, int, string?)[] logged = [.. _log.Entries.Select(static entry => (entry.Level, entry.Event.Id, entry.Event.Name)).Distinct()];
        foreach ((LogLevel level, string what, (int Id, string Name)[] events) in Table)
        {
            Assert.That(logged, Is.SupersetOf(events.Select(found => (level, found.Id, (string?)found.Name))), what);
        }
    }

    [Test]
    public void No_two_events_have_one_id()
    {
        int[] ids =
        [
            .. typeof(ClientOptions).Assembly.GetTypes()
                .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic))
                .Select(static method => method.GetCustomAttribute<LoggerMessageAttribute>())
                .OfType<LoggerMessageAttribute>()
                .Select(static message => message.EventId),
        ];

        Assert.That(ids, Is.Unique);
        Assert.That(ids, Is.SupersetOf(Table.SelectMany(static row => row.Events).Select(static found => found.Id)));
    }

    /// <summary>Five failures open the circuit; half a minute later an upload goes through, then one fails, and at last the rate limit is met.</summary>
    private async Task FailAndRecoverAsync()
    {
        Reply xml = Reply.Ok("<Result>x</Result>");
        await using RawServer server = new([.. Enumerable.Repeat(Reply.Status(500), 5), xml, xml, xml, xml, Reply.Status(404), xml]);
        TestOperation create = new(HttpMethod.Post);
        TestOperation part = new(HttpMethod.Put);
        TestOperation complete = new(HttpMethod.Post);
        TestOperation abort = new(HttpMethod.Delete);
        using ClientPipeline client = new(TestOperation.S3, Options(server.Url, TestClient.Keys));
        client.UseMultipart(create, part, complete, abort);
        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Head));
        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Head));
        _time.Advance(TimeSpan.FromSeconds(30));
        await client.RunAsync(create, new TestRequest { Write = WriteDocument });
        await client.RunAsync(complete);
        await client.RunAsync(abort);
        await client.RunAsync(TestOperation.List);
        await Assert.CatchAsync(() => client.RunAsync(part));
        await Assert.ThrowsAsync<RateLimitExceededException>(async () =>
        {
            while (true)
            {
                await client.RunAsync(TestOperation.List);
            }
        });
    }

    private async Task BeRefusedAsync()
    {
        await using RawServer server = new(Reply.Status(403));
        using ClientPipeline client = new(TestOperation.S3, Options(server.Url, TestClient.Keys));
        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Get));
    }

    private async Task BeSlowAndMoveAsync()
    {
        StubTransport aws = new(request =>
        {
            _time.Advance(TimeSpan.FromSeconds(4));
            return request.Host.Contains("eu-west-1", StringComparison.Ordinal)
                ? StubTransport.Status(200)
                : StubTransport.Error(301, "PermanentRedirect", headers: ("x-amz-bucket-region", "eu-west-1"));
        });
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions { BasedOn = Options(null, TestClient.Keys), Transport = aws });
        await client.RunAsync(TestOperation.Get);
    }

    private async Task RenewCredentialsAsync()
    {
        string document = $$"""{ "AccessKeyId": "AKIDEXAMPLE", "SecretAccessKey": "s", "Token": "t", "Expiration": "{{TestClient.Now.AddHours(1):O}}" }""";
        string later = $$"""{ "AccessKeyId": "AKIDEXAMPLE", "SecretAccessKey": "s", "Token": "t", "Expiration": "{{TestClient.Now.AddHours(9):O}}" }""";
        await using RawServer container = new(Reply.Ok(document), Reply.Ok(later));
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            BasedOn = Options(server.Url, null),
            Environment = new FakeEnvironment(("AWS_CONTAINER_CREDENTIALS_FULL_URI", container.Url.ToString())),
        });
        await client.RunAsync(TestOperation.Head);
        _time.Advance(TimeSpan.FromHours(2));
        await client.RunAsync(TestOperation.Head);
    }

    private static void WriteDocument(RequestHead head)
    {
        Utf8XmlWriter xml = head.BeginXml();
        xml.WriteStart("Document"u8);
        xml.WriteEnd("Document"u8);
    }

    private ClientOptions Options(Uri? url, ICredentialProvider? credentials) => new()
    {
        EndpointUrl = url,
        Region = "us-east-1",
        Credentials = credentials,
        TimeProvider = _time,
        RateLimitRequestsPerSecond = 1,
        RateLimitBurst = 14,
        RateLimitQueueLimit = 0,
        LoggerFactory = _log,
        NextRandom = static () => 0,
        Environment = new FakeEnvironment(),
    };
}
