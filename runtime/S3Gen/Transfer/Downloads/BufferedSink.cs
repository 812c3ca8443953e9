using System.Buffers;

namespace S3Gen.Transfer.Downloads;

/// <summary>Collects what comes in small pieces, so that it is written in large ones.</summary>
internal abstract class BufferedSink : PartSink
{
    private const int Size = 256 * 1024;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int _length;

    internal override Memory<byte> GetRoom() => _buffer.AsMemory(_length, Size - _length);

    internal override ValueTask AdvanceAsync(int count, CancellationToken cancellationToken)
    {
        _length += count;
        return _length < Size ? ValueTask.CompletedTask : FlushAsync(cancellationToken);
    }

    internal override async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(_buffer.AsMemory(0, _length), cancellationToken).ConfigureAwait(false);
        _length = 0;
    }

    internal override void Restart() => _length = 0;

    public override void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private protected abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
}
