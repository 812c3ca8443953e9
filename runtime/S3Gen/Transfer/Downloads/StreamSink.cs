using System.Buffers;

namespace S3Gen.Transfer.Downloads;

/// <summary>Hands on to a stream what comes as it comes; the stream takes nothing back.</summary>
internal sealed class StreamSink(Stream destination) : PartSink
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);

    internal override bool CanRestart => false;

    internal override Memory<byte> GetRoom() => _buffer;

    internal override ValueTask AdvanceAsync(int count, CancellationToken cancellationToken) =>
        destination.WriteAsync(_buffer.AsMemory(0, count), cancellationToken);

    internal override void Restart() => throw new InvalidOperationException("What was written to a stream cannot be taken back.");

    public override void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
