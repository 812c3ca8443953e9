using System.Diagnostics;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Diagnostics;

[NonParallelizable]
public sealed class TracingTests
{
    private static readonly string[] TreeOfRetriedList =
    [
        "s3.operation",
        "  s3.credential_resolution",
        "    s3.credential_provider.static",
        "  s3.request_build",
        "    s3.signing.canonical_request",
        "    s3.signing.signature",
        "  s3.http_request",
        "    s3.connection_acquire",
        "    s3.request_send",
        "    s3.response_receive",
        "  s3.retry",
        "    s3.retry_delay",
        "  s3.credential_resolution",
        "    s3.credential_provider.static",
        "  s3.request_build",
        "    s3.signing.canonical_request",
        "    s3.signing.signature",
        "  s3.http_request",
        "    s3.connection_acquire",
        "    s3.request_send",
        "    s3.response_receive",
        "  s3.response_parse",
        "    s3.xml_parse",
    ];

    [Test]
    public async Task An_operation_has_the_tree_of_spans_that_the_specification_draws()
    {
        using Spans spans = new("tree");
        await using RawServer server = new(Reply.Status(503), Reply.Ok("<Result>x</Result>"));
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url));

        await client.RunAsync(TestOperation.List, new TestRequest { Bucket = "tree" });

        Assert.That(spans.Tree(), Is.EqualTo(TreeOfRetriedList));
    }

    [Test]
    public async Task A_chain_of_providers_has_a_span_for_each_that_was_asked()
    {
        using Spans spans = new("chain");
        await using RawServer server = new(Reply.Ok());
        using ChainCredentialProvider chain = new([new NobodyCredentialProvider(), TestClient.Keys]);
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions { EndpointUrl = server.Url, Credentials = chain, Environment = new FakeEnvironment() });

        await client.RunAsync(TestOperation.Head, new TestRequest { Bucket = "chain" });

        Assert.That(spans.Tree(), Has.Some.EqualTo("    s3.credential_provider.nobody").And.Some.EqualTo("    s3.credential_provider.static"));
    }

    [Test]
    public async Task The_operations_span_carries_every_attribute_of_the_specification()
    {
        using Spans spans = new("attributes");
        await using RawServer server = new(Reply.Status(503), Reply.Ok("<Result>x</Result>", "x-amz-request-id: ID1\r\n"));
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url, rate: 10, burst: 10));

        await client.RunAsync(TestOperation.Copy, new TestRequest { Bucket = "attributes", Key = "a b/c", Body = RequestBody.FromString("hello") });

        Activity root = spans.Root;
        (string Name, object Value)[] expected =
        [
            ("rpc.system", "aws-api"),
            ("rpc.service", "S3"),
            ("rpc.method", "Test"),
            ("aws.region", "us-east-1"),
            ("aws.request_id", "ID1"),
            ("s3.bucket", "attributes"),
            ("s3.key", "a b/c"),
            ("s3.operation", "test"),
            ("http.method", "PUT"),
            ("http.url", $"{server.Url}attributes/a%20b/c"),
            ("http.status_code", 200),
            ("http.request_content_length", 5L),
            ("http.response_content_length", 18L),
            ("retry.count", 1),
            ("circuit_breaker.state", "closed"),
            ("rate_limit.remaining", 8L),
        ];
        Assert.That(root.TagObjects.Select(static tag => tag.Key), Is.EquivalentTo(expected.Select(static tag => tag.Name)));
        foreach ((string name, object value) in expected)
        {
            Assert.That(root.GetTagItem(name), Is.EqualTo(value), name);
        }

        Assert.That(root.Kind, Is.EqualTo(ActivityKind.Client));
        Assert.That(root.Status, Is.EqualTo(ActivityStatusCode.Unset));
    }

    [Test]
    public async Task A_failed_attempt_is_an_error_of_its_own_span_and_not_of_the_operation_that_succeeded()
    {
        using Spans spans = new("attempts");
        await using RawServer server = new(Reply.Status(503), Reply.Ok());
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url));

        await client.RunAsync(TestOperation.Head, new TestRequest { Bucket = "attempts" });

        Assert.That(spans.All("s3.http_request").Select(static span => span.GetTagItem("http.status_code")), Is.EqualTo(new object[] { 503, 200 }));
        Assert.That(
            spans.All("s3.http_request").Select(static span => span.Status), Is.EqualTo(new[] { ActivityStatusCode.Error, ActivityStatusCode.Unset }));
        Assert.That(spans.Root.Status, Is.EqualTo(ActivityStatusCode.Unset));
    }

    [Test]
    public async Task A_failed_operation_says_which_error_it_was_without_the_services_own_words()
    {
        using Spans spans = new("failed");
        await using RawServer server = new(Reply.Status(403, "<Error><Code>InvalidAccessKeyId</Code><Message>AKIAHINT</Message></Error>"));
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url));

        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Get, new TestRequest { Bucket = "failed" }));

        Assert.That(spans.Root.Status, Is.EqualTo(ActivityStatusCode.Error));
        Assert.That(spans.Root.StatusDescription, Is.EqualTo("403 InvalidAccessKeyId"));
        Assert.That(spans.Root.GetTagItem("error.type"), Is.EqualTo("InvalidAccessKeyId"));
    }

    [Test]
    public async Task Spans_hang_under_the_callers_and_leave_it_current()
    {
        using Spans spans = new("caller");
        await using RawServer server = new(Reply.Status(503), Reply.Ok());
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url));
        using Activity caller = new Activity("caller") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();

        await client.RunAsync(TestOperation.Head, new TestRequest { Bucket = "caller" });

        Assert.That(spans.Root.ParentSpanId, Is.EqualTo(caller.SpanId));
        Assert.That(Activity.Current, Is.SameAs(caller));
    }

    [Test]
    public async Task The_context_of_a_trace_is_not_sent()
    {
        using Spans spans = new("context");
        await using RawServer server = new(Reply.Ok());
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url));
        using Activity caller = new Activity("caller") { TraceStateString = "a=b", ActivityTraceFlags = ActivityTraceFlags.Recorded }.AddBaggage("c", "d").Start();

        await client.RunAsync(TestOperation.Head, new TestRequest { Bucket = "context" });

        Assert.That(server.Requests.Single(), Does.Not.Contain("traceparent").And.Not.Contain("tracestate").And.Not.Contain("baggage").IgnoreCase);
    }

    private sealed class NobodyCredentialProvider : ICredentialProvider
    {
        public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => throw new CredentialsException("nobody is asked");
    }
}
