using Microsoft.Win32.SafeHandles;
using S3Gen.Transfer.Flow;

namespace S3Gen.Transfer.Downloads;

/// <summary>
/// Writes a part to its place in a file: at once if it fits in a buffer, else each time one is full. A write goes to another thread and
/// takes the file's lock, which is paid once for a part rather than for each piece that the network brings.
/// </summary>
internal sealed class FileSink(PartBuffers buffers, SafeFileHandle file, long offset, long length) : PartSink
{
    private readonly byte[] _buffer = buffers.Rent(Math.Min(length, PartBuffers.MostBuffered));
    private int _filled;
    private long _written;

    internal override Memory<byte> GetRoom() => _buffer.AsMemory(_filled);

    internal override ValueTask AdvanceAsync(int count, CancellationToken cancellationToken)
    {
        _filled += count;
        return _filled < _buffer.Length ? ValueTask.CompletedTask : FlushAsync(cancellationToken);
    }

    internal override async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await RandomAccess.WriteAsync(file, _buffer.AsMemory(0, _filled), offset + _written, cancellationToken).ConfigureAwait(false);
        _written += _filled;
        _filled = 0;
    }

    internal override void Restart()
    {
        _filled = 0;
        _written = 0;
    }

    public override void Dispose() => buffers.Return(_buffer);
}
