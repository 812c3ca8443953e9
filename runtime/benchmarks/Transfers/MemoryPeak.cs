namespace S3Gen.Benchmarks.Transfers;

/// <summary>Watches how much managed memory the process holds, garbage included that nothing has yet made the collector look for.</summary>
internal sealed class MemoryPeak : IDisposable
{
    private readonly Timer _timer;
    private long _peak;

    public MemoryPeak()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _timer = new Timer(_ => Look(), null, 0, 10);
    }

    public double MiB => Interlocked.Read(ref _peak) / (double)(1 << 20);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        long now = GC.GetTotalMemory(forceFullCollection: false);
        if (now > Interlocked.Read(ref _peak))
        {
            Interlocked.Exchange(ref _peak, now);
        }
    }
}
