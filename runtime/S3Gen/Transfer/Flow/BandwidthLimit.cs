namespace S3Gen.Transfer.Flow;

/// <summary>Gives each piece a time at which it may pass, one after the other at the given rate; pieces do not have to be of one size.</summary>
internal sealed class BandwidthLimit(long bytesPerSecond, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private double _next;

    /// <summary>The most bytes that should pass at once: those of a twentieth of a second, at least 1 KiB.</summary>
    internal int PieceSize { get; } = (int)Math.Clamp(bytesPerSecond / 20, 1024, 64 * 1024);

    /// <summary>Waits until the bytes may pass.</summary>
    internal ValueTask WaitAsync(int bytes, CancellationToken cancellationToken)
    {
        double wait;
        lock (_lock)
        {
            double now = timeProvider.GetElapsedTime(_start).TotalSeconds;
            double begin = Math.Max(now, _next);
            _next = begin + ((double)bytes / bytesPerSecond);
            wait = begin - now;
        }

        // A timer is no finer than this; what is passed too early is waited for with the next pieces.
        return wait < 0.015 ? ValueTask.CompletedTask : new ValueTask(Task.Delay(TimeSpan.FromSeconds(wait), timeProvider, cancellationToken));
    }
}
