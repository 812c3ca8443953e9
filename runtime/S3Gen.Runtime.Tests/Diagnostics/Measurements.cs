using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace S3Gen.Runtime.Tests.Diagnostics;

/// <summary>Listens to the meter and keeps what is measured of one bucket.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, double Value, IReadOnlyDictionary<string, object?> Labels)> _all = new();
    private readonly MeterListener _listener = new();
    private readonly string _bucket;

    public Measurements(string bucket)
    {
        _bucket = bucket;
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == S3GenTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Keep(instrument, value, labels));
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Keep(instrument, value, labels));
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Keep(instrument, value, labels));
        _listener.Start();
    }

    /// <summary>What an instrument was told, in order.</summary>
    public double[] Of(string instrument) => [.. _all.Where(found => found.Instrument == instrument).Select(static found => found.Value)];

    /// <summary>The sum of what an instrument was told.</summary>
    public double Sum(string instrument) => Of(instrument).Sum();

    /// <summary>The values of a label of an instrument, in order.</summary>
    public object?[] Labels(string instrument, string label) =>
        [.. _all.Where(found => found.Instrument == instrument).Select(found => found.Labels.GetValueOrDefault(label))];

    /// <summary>What an observed gauge shows now; 0 if it does not show the bucket.</summary>
    public double Now(string instrument)
    {
        _all.Clear();
        _listener.RecordObservableInstruments();
        return Of(instrument).FirstOrDefault();
    }

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        Dictionary<string, object?> kept = [];
        foreach (KeyValuePair<string, object?> label in labels)
        {
            kept.Add(label.Key, label.Value);
        }

        if (kept.GetValueOrDefault("bucket") is string bucket && bucket == _bucket)
        {
            _all.Enqueue((instrument.Name, value, kept));
        }
    }
}
