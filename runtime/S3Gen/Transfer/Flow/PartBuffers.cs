namespace S3Gen.Transfer.Flow;

/// <summary>
/// The memory of parts, as large as a part each, and used again. Whoever fills one while it holds a turn is bounded by the turns.
/// Transfers of streams fill theirs without one, since a stream may be slow or depend on another transfer: each of them may have one
/// buffer in any case, so that none waits for another, and further ones only while there are permits.
/// </summary>
internal sealed class PartBuffers(long partSize, int permits)
{
    /// <summary>Parts of files that are larger are read as they are sent.</summary>
    internal const long MostBuffered = 16L << 20;

    private readonly long _unit = Math.Min(partSize, MostBuffered);
    private readonly Lock _lock = new();
    private readonly WeakReference<Stack<byte[]>> _kept = new(new Stack<byte[]>());
    private Stack<byte[]>? _idle;
    private int _rented;
    private int _permits = permits;

    /// <summary>Takes a permit if there is one.</summary>
    internal bool TryTakePermit()
    {
        if (Interlocked.Decrement(ref _permits) >= 0)
        {
            return true;
        }

        Interlocked.Increment(ref _permits);
        return false;
    }

    internal void ReturnPermit() => Interlocked.Increment(ref _permits);

    /// <summary>A buffer of at least that length; its content is anything.</summary>
    internal byte[] Rent(long length)
    {
        lock (_lock)
        {
            _rented++;
            _idle ??= _kept.TryGetTarget(out Stack<byte[]>? kept) ? kept : new Stack<byte[]>();
            while (_idle.TryPop(out byte[]? buffer))
            {
                if (buffer.Length >= length)
                {
                    return buffer;
                }
            }
        }

        return GC.AllocateUninitializedArray<byte>(checked((int)Math.Max(length, _unit)));
    }

    /// <summary>Takes a buffer back. When nobody has one any more, they are the collector's to take.</summary>
    internal void Return(byte[] buffer)
    {
        lock (_lock)
        {
            _idle!.Push(buffer);
            Forget();
        }
    }

    /// <summary>Gives a buffer up that somebody may still hold on to, as a transport that was interrupted does.</summary>
    internal void Abandon()
    {
        lock (_lock)
        {
            Forget();
        }
    }

    private void Forget()
    {
        if (--_rented == 0)
        {
            _kept.SetTarget(_idle!);
            _idle = null;
        }
    }
}
