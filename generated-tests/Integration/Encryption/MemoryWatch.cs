namespace S3Gen.Integration.Encryption;

/// <summary>Samples how much managed memory is in use, above what was at the start.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly long _start = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Timer _timer;
    private long _peak;

    public MemoryWatch() => _timer = new Timer(_ => Sample(), null, TimeSpan.Zero, Interval);

    /// <summary>The most so far, in bytes.</summary>
    public long Peak => Interlocked.Read(ref _peak);

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        long now = GC.GetTotalMemory(forceFullCollection: false) - _start;
        long before;
        do
        {
            before = Interlocked.Read(ref _peak);
        }
        while (now > before && Interlocked.CompareExchange(ref _peak, now, before) != before);
    }
}
