using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using S3Gen.Testing;

namespace S3Gen.Extensions.Tests;

[NonParallelizable]
public sealed class OpenTelemetryTests
{
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
}
