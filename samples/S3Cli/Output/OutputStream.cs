namespace S3Cli.Output;

/// <summary>The standard output; that its reader has gone is told apart from all other errors.</summary>
internal sealed class OutputStream(Stream inner) : Stream
{
    /// <summary>EPIPE, on Linux and macOS alike.</summary>
    private const int BrokenPipe = 32;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException("The output has no length.");

    public override long Position
    {
        get => throw new NotSupportedException("The output has no position.");
        set => throw new NotSupportedException("The output has no position.");
    }

    public override void Flush() => Guard(inner.Flush);

    public override void Write(byte[] buffer, int offset, int count) => Guard(() => inner.Write(buffer, offset, count));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await inner.WriteAsync(buffer, cancellationToken);
        }
        catch (IOException e) when (e.HResult == BrokenPipe)
        {
            throw new OutputClosedException(e);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The output is not for reading.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The output has no position.");

    public override void SetLength(long value) => throw new NotSupportedException("The output has no length.");

    private static void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (IOException e) when (e.HResult == BrokenPipe)
        {
            throw new OutputClosedException(e);
        }
    }
}
