using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using S3Gen.Testing;

namespace S3Gen.Extensions.Tests;

[NonParallelizable]
public sealed class OpenTelemetryTests
{
    /// <summary>The specification's tree of spans, each below its parent.</summary>
    private static readonly (string Span, string? Parent)[] Tree =
    [
        ("s3.operation", null),
        ("s3.credential_resolution", "s3.operation"),
        ("s3.credential_provider.static", "s3.credential_resolution"),
        ("s3.request_build", "s3.operation"),
        ("s3.signing.canonical_request", "s3.request_build"),
        ("s3.signing.signature", "s3.request_build"),
        ("s3.http_request", "s3.operation"),
        ("s3.connection_acquire", "s3.http_request"),
        ("s3.request_send", "s3.http_request"),
        ("s3.response_receive", "s3.http_request"),
        ("s3.retry", "s3.operation"),
        ("s3.retry_delay", "s3.retry"),
        ("s3.response_parse", "s3.operation"),
        ("s3.xml_parse", "s3.response_parse"),
    ];

    private static readonly string[] Attributes =
    [
        "rpc.system", "rpc.service", "rpc.method", "aws.region", "aws.request_id",
        "s3.bucket", "s3.key", "s3.operation",
        "http.method", "http.url", "http.status_code", "http.request_content_length", "http.response_content_length",
        "retry.count", "circuit_breaker.state", "rate_limit.remaining",
    ];

    [Test]
    public async Task Spans_and_measurements_of_a_multipart_upload_are_collected()
    {
        List<Activity> spans = [];
        List<Metric> metrics = [];
        using TracerProvider tracing = Sdk.CreateTracerProviderBuilder().AddS3GenInstrumentation().AddInMemoryExporter(spans).Build();
        using MeterProvider meters = Sdk.CreateMeterProviderBuilder().AddS3GenInstrumentation().AddInMemoryExporter(metrics).Build();
        await using S3TestServer server = await S3TestServer.StartAsync();
        using S3Client s3 = new(Servers.OptionsFor(server));
        await s3.CreateBucketAsync("otel");

        CreateMultipartUploadResponse upload = await s3.CreateMultipartUploadAsync(new CreateMultipartUploadRequest { Bucket = "otel", Key = "k" });
        await s3.UploadPartAsync(new UploadPartRequest
        {
            Bucket = "otel", Key = "k", UploadId = upload.UploadId!, PartNumber = 1, Body = RequestBody.FromString("part"),
        });
        await s3.AbortMultipartUploadAsync(new AbortMultipartUploadRequest { Bucket = "otel", Key = "k", UploadId = upload.UploadId! });
        tracing.ForceFlush();
        meters.ForceFlush();

        Assert.That(
            spans.Where(static span => span.OperationName == "s3.operation").Select(static span => span.GetTagItem("s3.operation")),
            Is.SupersetOf(new[] { "create_multipart_upload", "upload_part", "abort_multipart_upload" }));
        Assert.That(
            metrics.Select(static metric => metric.Name),
            Is.SupersetOf(new[] { "s3_multipart_uploads_aborted_total", "s3_multipart_part_size_bytes", "s3_active_multipart_uploads", "s3_connection_pool_size" }));
    }

    [Test]
    public async Task Every_span_and_attribute_of_the_specification_is_collected_from_a_real_operation()
    {
        List<Activity> spans = [];
        using TracerProvider tracing = Sdk.CreateTracerProviderBuilder().AddS3GenInstrumentation().AddInMemoryExporter(spans).Build();
        await using S3TestServer server = await S3TestServer.StartAsync();
        using S3Client s3 = new(new S3ClientOptions { BasedOn = Servers.OptionsFor(server), MaxRetries = 1, InitialBackoff = TimeSpan.FromMilliseconds(1), RateLimitRequestsPerSecond = 100 });
        await s3.CreateBucketAsync("spans");
        await s3.PutObjectAsync(new PutObjectRequest { Bucket = "spans", Key = "a/b", Body = RequestBody.FromString("text") });
        server.Faults.Add(new FaultRule { Operation = "PutObjectTagging", Times = 1, ErrorCode = "InternalError" });
        server.Faults.Add(new FaultRule { Operation = "GetObjectTagging", Times = 1, ErrorCode = "InternalError" });
        await s3.PutObjectTaggingAsync(new PutObjectTaggingRequest { Bucket = "spans", Key = "a/b", Tagging = new Tagging { TagSet = [new Tag { Key = "k", Value = "v" }] } });
        await s3.GetObjectTaggingAsync(new GetObjectTaggingRequest { Bucket = "spans", Key = "a/b" });
        tracing.ForceFlush();

        Activity[] roots = [.. spans.Where(static span => span.GetTagItem("s3.operation") is "put_object_tagging" or "get_object_tagging")];
        Dictionary<ActivitySpanId, Activity> byId = spans.ToDictionary(static span => span.SpanId);
        IEnumerable<(string, string?)> seen = spans.Where(span => roots.Any(root => root.TraceId == span.TraceId))
            .Select(span => (span.OperationName, byId.GetValueOrDefault(span.ParentSpanId)?.OperationName));
        Assert.That(seen.Distinct(), Is.EquivalentTo(Tree));
        Assert.That(roots.SelectMany(static root => root.TagObjects).Select(static tag => tag.Key).Distinct(), Is.EquivalentTo(Attributes));
    }
}
