using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Resilience;

public sealed class ResilienceMetricsTests
{
    private const string Bucket = "bucket-of-metrics";

    [Test]
    public async Task Retries_circuits_and_the_rate_limit_are_counted_by_the_names_of_the_specification()
    {
        Dictionary<string, List<long>> seen = [];
        using MeterListener listener = Listen(seen);
        await using RawServer server = new([.. Enumerable.Repeat(Reply.Status(500), 5), Reply.Ok()]);
        FakeTimeProvider time = new(TestClient.Now);
        using ClientPipeline client = new(TestOperation.S3, TestClient.Options(server.Url, time, rate: 1, burst: 8, queue: 0));
        TestRequest request = new() { Bucket = Bucket };

        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Head, request));
        await Assert.CatchAsync(() => client.RunAsync(TestOperation.Head, request));
        time.Advance(TimeSpan.FromSeconds(30));
        for (int trial = 0; trial < 3; trial++)
        {
            await client.RunAsync(TestOperation.Head, request);
        }

        await ExhaustAsync(client, request);

        Assert.That(seen["s3_retries_total"], Is.EqualTo(new[] { 1, 1, 1 }));
        Assert.That(seen["s3_circuit_breaker_trips_total"], Is.EqualTo(new[] { 1 }));
        Assert.That(seen["s3_rate_limit_hits_total"], Is.EqualTo(new[] { 1 }));
    }

    private static async Task ExhaustAsync(ClientPipeline client, TestRequest request)
    {
        while (await Record.ExceptionAsync(() => client.RunAsync(TestOperation.Head, request)) is not RateLimitExceededException)
        {
        }
    }

    private static MeterListener Listen(Dictionary<string, List<long>> seen)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "S3Gen")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        return listener;

        void Note(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach ((string name, object? tag) in tags)
            {
                if (name == "bucket" && tag is Bucket)
                {
                    lock (seen)
                    {
                        seen.TryAdd(instrument.Name, []);
                        seen[instrument.Name].Add(value);
                    }
                }
            }
        }
    }

    private static class Record
    {
        public static async Task<Exception?> ExceptionAsync(Func<Task> action)
        {
            try
            {
                await action();
                return null;
            }
            catch (ServiceException e)
            {
                return e;
            }
        }
    }
}
