namespace S3Gen.Benchmarks.Compare;

/// <summary>Looks every few milliseconds at how much managed memory is in use, and remembers the most.</summary>
internal sealed class HeapWatch : IDisposable
{
    private const int Milliseconds = 5;
    private const double MiB = 1024 * 1024;

    private readonly long _start = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Thread _thread;
    private volatile bool _isOver;
    private long _most;

    public HeapWatch()
    {
        _thread = new Thread(Look) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>The most that was in use above what was in use at the start.</summary>
    public double PeakMiB => Math.Max(0, (Interlocked.Read(ref _most) - _start) / MiB);

    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
    }

    private void Look()
    {
        while (!_isOver)
        {
            Interlocked.Exchange(ref _most, Math.Max(_most, GC.GetTotalMemory(forceFullCollection: false)));
            Thread.Sleep(Milliseconds);
        }
    }
}
