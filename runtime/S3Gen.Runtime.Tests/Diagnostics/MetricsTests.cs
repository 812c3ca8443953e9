using Microsoft.Extensions.Time.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Diagnostics;

[NonParallelizable]
public sealed class MetricsTests
{
    private const double Kilobyte = 1024;
    private const double Megabyte = 1024 * 1024;

    /// <summary>The specification's table: name, unit, labels, bounds of a histogram's buckets.</summary>
    private static readonly (string Name, string Unit, string[] Labels, double[]? Bounds)[] Table =
    [
        ("s3_requests_total", "{request}", ["operation", "status", "region", "bucket"], null),
        ("s3_errors_total", "{error}", ["operation", "error_type", "region", "bucket"], null),
        ("s3_retries_total", "{attempt}", ["operation", "region", "bucket"], null),
        ("s3_circuit_breaker_trips_total", "{trip}", ["bucket"], null),
        ("s3_rate_limit_hits_total", "{hit}", ["bucket"], null),
        ("s3_multipart_uploads_completed_total", "{upload}", ["bucket"], null),
        ("s3_multipart_uploads_aborted_total", "{upload}", ["bucket"], null),
        ("s3_request_duration_seconds", "s", ["operation", "region", "bucket"], [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]),
        ("s3_request_size_bytes", "By", ["operation", "direction"], [Kilobyte, 10 * Kilobyte, 100 * Kilobyte, Megabyte, 10 * Megabyte, 100 * Megabyte, 1024 * Megabyte]),
        ("s3_multipart_part_size_bytes", "By", ["bucket"], [5 * Megabyte, 10 * Megabyte, 25 * Megabyte, 50 * Megabyte, 100 * Megabyte]),
        ("s3_signing_duration_seconds", "s", [], [0.0001, 0.0005, 0.001, 0.005, 0.01]),
        ("s3_active_requests", "{request}", ["operation", "bucket"], null),
        ("s3_active_multipart_uploads", "{upload}", ["bucket"], null),
        ("s3_connection_pool_size", "{connection}", ["bucket"], null),
        ("s3_connection_pool_available", "{connection}", ["bucket"], null),
        ("s3_circuit_breaker_state", "", ["bucket"], null),
    ];

    [Test]
    public async Task Every_instrument_of_the_specification_has_its_name_unit_labels_and_buckets_and_there_is_no_other()
    {
        List<Metric> metrics = [];
        using MeterProvider provider = Sdk.CreateMeterProviderBuilder().AddMeter(S3GenTelemetry.MeterName).AddInMemoryExporter(metrics).Build();
        await using RawServer server = new([.. Enumerable.Repeat(Reply.Status(500), 5), Reply.Ok("<Result>x</Result>")]);
        FakeTimeProvider time = new(TestClient.Now);
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url, time, rate: 1, burst: 12, queue: 0));
        await DriveAsync(client, time);

        provider.ForceFlush();

        Assert.That(metrics.Select(static metric => metric.Name), Is.EquivalentTo(Table.Select(static row => row.Name)));
        foreach ((string name, string unit, string[] labels, double[]? bounds) in Table)
        {
            Metric metric = metrics.Single(metric => metric.Name == name);
            Assert.That(metric.Unit, Is.EqualTo(unit), name);
            foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
            {
                Assert.That(Labels(point), Is.EquivalentTo(labels), name);
                Assert.That(bounds is null ? null : Bounds(point), Is.EqualTo(bounds), name);
            }
        }
    }

    private static async Task DriveAsync(ClientPipeline client, FakeTimeProvider time)
    {
        TestOperation create = new(HttpMethod.Post);
        TestOperation part = new(HttpMethod.Put);
        TestOperation complete = new(HttpMethod.Post);
        TestOperation abort = new(HttpMethod.Delete);
        client.UseMultipart(create, part, complete, abort);
        TestRequest request = new() { Bucket = "table" };
        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Head, request));
        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Head, request));
        time.Advance(TimeSpan.FromSeconds(30));
        await client.RunAsync(create, request);
        await client.RunAsync(part, new TestRequest { Bucket = "table", Body = RequestBody.FromString("part") });
        await client.RunAsync(complete, request);
        await client.RunAsync(abort, request);
        await client.RunAsync(TestOperation.List, request);
        while (true)
        {
            try
            {
                await client.RunAsync(TestOperation.List, request);
            }
            catch (RateLimitExceededException)
            {
                return;
            }
        }
    }

    private static List<string> Labels(in MetricPoint point)
    {
        List<string> names = [];
        foreach (KeyValuePair<string, object?> tag in point.Tags)
        {
            names.Add(tag.Key);
        }

        return names;
    }

    private static List<double> Bounds(in MetricPoint point)
    {
        List<double> bounds = [];
        foreach (HistogramBucket bucket in point.GetHistogramBuckets())
        {
            if (!double.IsPositiveInfinity(bucket.ExplicitBound))
            {
                bounds.Add(bucket.ExplicitBound);
            }
        }

        return bounds;
    }
}
