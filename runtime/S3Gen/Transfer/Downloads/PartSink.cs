namespace S3Gen.Transfer.Downloads;

/// <summary>Where the bytes of a part go, in order.</summary>
internal abstract class PartSink : IDisposable
{
    /// <summary>Whether bytes that were taken may come again from the part's start.</summary>
    internal virtual bool CanRestart => true;

    /// <summary>Where the next bytes are read to.</summary>
    internal abstract Memory<byte> GetRoom();

    /// <summary>Takes the bytes that were read.</summary>
    internal abstract ValueTask AdvanceAsync(int count, CancellationToken cancellationToken);

    /// <summary>All bytes were taken.</summary>
    internal virtual ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    internal abstract void Restart();

    public abstract void Dispose();
}
