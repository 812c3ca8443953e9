using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Diagnostics;
using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Pipeline.Corrections;
using S3Gen.Runtime.Resilience;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Diagnostics;

/// <summary>The whole course of a call through the telemetry, without anything else.</summary>
[NonParallelizable]
public sealed class TelemetryAllocationTests
{
    private const int Calls = 1000;

    [Test]
    public void A_call_to_which_nobody_listens_allocates_nothing()
    {
        using Course course = new();
        course.Run(10);

        Assert.That(course.Measure(), Is.Zero);
    }

    [Test]
    public void A_call_whose_measurements_are_taken_allocates_no_more_than_the_text_of_labels()
    {
        using Course course = new();
        using MeterListener listener = new() { InstrumentPublished = static (instrument, listener) => Enable(instrument, listener) };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        listener.Start();
        course.Run(10);

        Assert.That(course.Measure() / Calls, Is.LessThan(128));
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == S3GenTelemetry.MeterName)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private sealed class Course : IDisposable
    {
        private readonly ResiliencePipelines _resilience;
        private readonly CallTelemetry _telemetry;
        private readonly ConnectionPools _pools = new(100);
        private readonly ServiceCall _call = new(new CallClock(TimeProvider.System, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(30)), null);
        private readonly RegionalEndpoints _endpoints;
        private readonly HttpRequestMessage _message = new(HttpMethod.Put, "http://localhost/");
        private readonly HttpResponseMessage _response = new();
        private readonly NoSigner _signer = new();
        private readonly Credentials _credentials = TestClient.Keys.GetCredentialsAsync().AsTask().Result;

        public Course()
        {
            ClientSettings settings = new(TestOperation.S3, TestClient.Options(new Uri("http://localhost:1")));
            _resilience = new ResiliencePipelines(settings, NullLogger.Instance);
            _telemetry = new CallTelemetry(settings, _resilience, NullLogger.Instance);
            _telemetry.Multipart = new MultipartTelemetry(
                new MultipartOperations(TestOperation.Get, TestOperation.Get, TestOperation.Get, TestOperation.Get), NullLogger.Instance);
            _endpoints = new RegionalEndpoints(TestOperation.S3, settings);
            _call.Begin(TestOperation.Head, CancellationToken.None);
            TestOperation.Head.Write(new TestRequest(), _call.Request);
            _call.Resolve(_endpoints);
        }

        public long Measure()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Run(Calls);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        public void Run(int calls)
        {
            for (int i = 0; i < calls; i++)
            {
                _telemetry.Begin(_call);
                CallTelemetry.Resolved(_call);
                _call.Trace.BeginCredentials(TestClient.Keys);
                _call.Trace.BeginStep(SpanNames.RequestBuild);
                _telemetry.Sign(_signer, _call, _credentials);
                _call.HoldConnection(_pools.Of(_call.Endpoint.Authority, _call.Request.Bucket));
                _telemetry.Sending(_call, _message);
                _telemetry.Received(_call, _message, _response);
                _call.Trace.EndAttempt(_call, _message);
                _call.ReleaseConnection();
                _telemetry.Complete(_call);
            }
        }

        public void Dispose()
        {
            _pools.Dispose();
            _resilience.Dispose();
            _message.Dispose();
            _response.Dispose();
        }
    }

    private sealed class NoSigner : ISigner
    {
        public SignedValues Sign(ServiceCall call, Credentials credentials) => default;

        public string Presign(ServiceCall call, Credentials credentials, S3Gen.Runtime.Presigning.SignatureLifetime lifetime) => throw new UnreachableException();
    }
}
