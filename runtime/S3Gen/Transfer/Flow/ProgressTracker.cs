using S3Gen.Runtime;

namespace S3Gen.Transfer.Flow;

/// <summary>Adds up what the parts of a transfer have moved, and tells it about ten times a second and at the end of each part.</summary>
internal sealed class ProgressTracker(IProgress<TransferProgress> observer, TimeProvider timeProvider, long? totalBytes, int? totalParts)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly long _started = timeProvider.GetTimestamp();
    private long _lastReport = timeProvider.GetTimestamp();
    private long _bytes;
    private long _earlierBytes;
    private int _parts;

    /// <summary>A tracker, or none if nobody wants to know.</summary>
    internal static ProgressTracker? Create(IProgress<TransferProgress>? observer, TimeProvider timeProvider, long? totalBytes, int? totalParts) =>
        observer is null ? null : new ProgressTracker(observer, timeProvider, totalBytes, totalParts);

    /// <summary>Counts parts that were transferred by an earlier run.</summary>
    internal void AddEarlier(long bytes, int parts)
    {
        lock (_lock)
        {
            _bytes += bytes;
            _earlierBytes += bytes;
            _parts += parts;
            Report(isDue: true);
        }
    }

    internal void Add(long bytes)
    {
        lock (_lock)
        {
            _bytes += bytes;
            Report(isDue: false);
        }
    }

    internal void EndPart(long bytes)
    {
        lock (_lock)
        {
            _bytes += bytes;
            _parts++;
            Report(isDue: true);
        }
    }

    private void Report(bool isDue)
    {
        if (!isDue && timeProvider.GetElapsedTime(_lastReport) < Interval)
        {
            return;
        }

        _lastReport = timeProvider.GetTimestamp();
        double seconds = timeProvider.GetElapsedTime(_started).TotalSeconds;
        observer.Report(new TransferProgress(_bytes, totalBytes)
        {
            PartsTransferred = _parts,
            TotalParts = totalParts,
            BytesPerSecond = seconds > 0 ? (_bytes - _earlierBytes) / seconds : 0,
        });
    }
}
