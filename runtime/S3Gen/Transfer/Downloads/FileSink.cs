using Microsoft.Win32.SafeHandles;

namespace S3Gen.Transfer.Downloads;

/// <summary>Writes a part to its place in a file.</summary>
internal sealed class FileSink(SafeFileHandle file, long offset) : BufferedSink
{
    private long _written;

    internal override void Restart()
    {
        base.Restart();
        _written = 0;
    }

    private protected override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await RandomAccess.WriteAsync(file, bytes, offset + _written, cancellationToken).ConfigureAwait(false);
        _written += bytes.Length;
    }
}
