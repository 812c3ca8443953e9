namespace S3Gen.Runtime.Diagnostics;

/// <summary>The connections to one host: how many are open, and how many are in use.</summary>
/// <param name="bucket">The bucket that the host is for; empty where it is for all.</param>
/// <param name="limit">How many there may be.</param>
internal sealed class HostConnections(string bucket, int limit)
{
    private int _open;
    private int _used;

    /// <summary>The bucket that the host is for; empty where it is for all.</summary>
    internal string Bucket => bucket;

    internal int Limit => limit;

    /// <summary>There can be no other; who has none waits for one to become free.</summary>
    internal bool IsFull => Open >= limit;

    internal int Open => Volatile.Read(ref _open);

    internal int InUse => Volatile.Read(ref _used);

    /// <summary>Connections of other transports are not seen to open.</summary>
    internal int Idle => Math.Max(0, Open - InUse);

    internal int Opened() => Interlocked.Increment(ref _open);

    internal int Closed() => Interlocked.Decrement(ref _open);

    internal void Acquire() => Interlocked.Increment(ref _used);

    internal void Release() => Interlocked.Decrement(ref _used);
}
