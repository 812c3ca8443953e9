namespace S3Gen.Integration.Faults;

/// <summary>A stream that can seek and takes its time, so that it is still being read when a connection breaks.</summary>
internal sealed class SlowStream(byte[] content) : MemoryStream(content, writable: false)
{
    private int _readers;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref _readers) > 1)
        {
            throw new InvalidOperationException("Two attempts read the stream at once.");
        }

        try
        {
            // It cannot be interrupted, like many a stream.
            await Task.Delay(60, CancellationToken.None);
            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 64 * 1024)], CancellationToken.None);
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }
}
