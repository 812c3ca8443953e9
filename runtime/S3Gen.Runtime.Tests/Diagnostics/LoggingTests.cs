using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Diagnostics;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LoggingTests
{
    private readonly RecordedLog _log = new();

    [Test]
    public async Task A_completed_operation_is_information_with_every_field_of_the_specification()
    {
        await using RawServer server = new(Reply.Ok("body", "x-amz-request-id: ID1\r\n"));
        using ClientPipeline client = Client(server, _log);

        using TestResponse response = await client.RunAsync(TestOperation.Get, new TestRequest { Bucket = "b", Key = "path/to" });

        Dictionary<string, object?> fields = _log.Entries.Single(static entry => entry.Event.Name == "Completed").Fields.ToDictionary();
        Assert.That(
            fields.Keys.Where(static key => key != "{OriginalFormat}"),
            Is.EquivalentTo(new[]
            {
                "operation", "bucket", "key", "region", "request_id", "duration_ms", "status", "content_length", "retry_count", "trace_id", "span_id",
            }));
        Assert.That(fields["operation"], Is.EqualTo("test"));
        Assert.That(fields["key"], Is.EqualTo("path/to"));
        Assert.That(fields["request_id"], Is.EqualTo("ID1"));
        Assert.That(fields["status"], Is.EqualTo(200));
        Assert.That(fields["content_length"], Is.EqualTo(4));
    }

    [TestCase(404, "Failed")]
    [TestCase(403, "Refused")]
    public async Task A_failure_is_logged_with_the_fields_of_the_specification(int status, string name)
    {
        await using RawServer server = new(Reply.Status(status));
        using ClientPipeline client = Client(server, _log);
        using Activity activity = new Activity("caller").Start();

        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Get, new TestRequest { Bucket = "b", Key = "path/to" }));

        Dictionary<string, object?> fields = _log.Entries.Single(entry => entry.Event.Name == name).Fields.ToDictionary();
        Assert.That(fields.Keys, Is.SupersetOf(new[] { "duration_ms", "request_id", "reason" }));
        Assert.That(
            (fields["operation"], fields["bucket"], fields["key"], fields["region"], fields["status"], fields["retry_count"], fields["trace_id"]),
            Is.EqualTo(("test", "b", "path/to", "us-east-1", status, 0, activity.TraceId.ToHexString())));
        Assert.That(fields["span_id"], Has.Length.EqualTo(16));
    }

    [Test]
    public async Task A_retry_is_a_warning_with_its_number_and_its_pause_is_debug()
    {
        await using RawServer server = new(Reply.Status(503), Reply.Ok());
        using ClientPipeline client = Client(server, _log);

        await client.RunAsync(TestOperation.Head);

        Assert.That(_log.At(LogLevel.Warning), Has.One.Contains("failed in attempt 1"));
        Assert.That(_log.At(LogLevel.Debug), Has.One.Contains("retry 1 after 0 ms"));
    }

    [TestCase(401)]
    [TestCase(403)]
    public async Task A_refusal_is_an_error_of_authentication(int status)
    {
        await using RawServer server = new(Reply.Status(status));
        using ClientPipeline client = Client(server, _log);

        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Get));

        Assert.That(_log.At(LogLevel.Error), Has.One.Contains("lack of authentication"));
    }

    [Test]
    public async Task A_failure_after_all_attempts_and_the_circuit_that_it_opens_are_errors()
    {
        await using RawServer server = new(Reply.Status(500));
        using ClientPipeline client = Client(server, _log);

        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Head));
        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Head));

        Assert.That(_log.At(LogLevel.Error), Has.Some.Contains("failed after 4 attempts").And.Some.Contains("is open after 5 failures"));
    }

    [Test]
    public async Task An_operation_that_takes_longer_than_the_threshold_is_a_warning()
    {
        FakeTimeProvider time = new(TestClient.Now);
        StubTransport transport = new(_ =>
        {
            time.Advance(TimeSpan.FromSeconds(6));
            return StubTransport.Status(200);
        });
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            EndpointUrl = new Uri("http://store"), Credentials = TestClient.Keys, Transport = transport, TimeProvider = time, LoggerFactory = _log, Environment = new FakeEnvironment(),
        });

        await client.RunAsync(TestOperation.Head);

        Assert.That(_log.At(LogLevel.Warning), Has.One.Contains("took 6000 ms, longer than 5000 ms (SlowRequestThreshold)"));
    }

    [Test]
    public async Task The_making_of_a_client_is_information()
    {
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = Client(server, _log);

        Assert.That(_log.At(LogLevel.Information), Has.One.StartsWith("A client of S3 was made for region us-east-1"));
    }

    [Test]
    public async Task Headers_are_debug_and_documents_trace_and_nothing_secret_is_in_them()
    {
        await using RawServer server = new(Reply.Ok("<Result><SecretAccessKey>hush-1</SecretAccessKey></Result>", "x-amz-security-token: hush-2\r\n"));
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            EndpointUrl = server.Url,
            Credentials = new StaticCredentialProvider(new Credentials("AKIDEXAMPLE", "hush-3", "hush-4")),
            LoggerFactory = _log,
            Environment = new FakeEnvironment(),
        });

        await Assert.CatchAsync(() => client.RunAsync(TestOperation.List, new TestRequest
        {
            Write = static head => head.AddHeader("x-amz-server-side-encryption-customer-key", "hush-5"),
        }));

        string all = string.Join('\n', _log.Lines.Select(static line => line.Text));
        Assert.That(_log.At(LogLevel.Debug), Has.Some.StartsWith("> GET http://").And.Some.StartsWith("< 200"));
        Assert.That(_log.At(LogLevel.Debug), Has.Some.StartsWith("Connection to").And.Some.Contains("Authorization: REDACTED"));
        Assert.That(_log.At(LogLevel.Trace), Has.Some.StartsWith("< body of Test").And.Some.StartsWith("Signed Test with SigV4 for s3 in us-east-1"));
        Assert.That(all, Does.Not.Contain("hush").And.Not.Contain("Signature=").And.Not.Contain("AKIDEXAMPLE"));
    }

    [Test]
    public async Task Contents_of_objects_are_never_logged()
    {
        await using RawServer server = new(Reply.Ok("content-down"));
        using ClientPipeline client = Client(server, _log);

        await client.RunAsync(TestOperation.Put, new TestRequest { Body = RequestBody.FromString("content-up") });
        using TestResponse response = await client.RunAsync(TestOperation.Get);
        using StreamReader reader = new(response.Body);
        await reader.ReadToEndAsync();

        Assert.That(string.Join('\n', _log.Lines.Select(static line => line.Text)), Does.Not.Contain("content-up").And.Not.Contain("content-down"));
    }

    private static ClientPipeline Client(RawServer server, ILoggerFactory log) => new(TestOperation.S3, new ClientOptions
    {
        EndpointUrl = server.Url, Credentials = TestClient.Keys, LoggerFactory = log, NextRandom = static () => 0, Environment = new FakeEnvironment(),
    });
}
