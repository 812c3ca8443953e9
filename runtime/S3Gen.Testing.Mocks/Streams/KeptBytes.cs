using System.Net.Sockets;

namespace S3Gen.Testing.Streams;

/// <summary>Takes bytes in, counts all of them and keeps the first; a connection that breaks on the way is its other use.</summary>
internal sealed class KeptBytes(int limit, long breaksAfter = long.MaxValue) : Stream
{
    private readonly MemoryStream _kept = new();
    private long _count;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _count;

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException("The stream cannot seek.");
    }

    internal byte[] ToArray() => _kept.ToArray();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        bool breaks = _count + buffer.Length > breaksAfter;
        ReadOnlySpan<byte> taken = breaks ? buffer[..(int)(breaksAfter - _count)] : buffer;
        _kept.Write(taken[..(int)Math.Min(taken.Length, limit - _kept.Length)]);
        _count += taken.Length;
        if (breaks)
        {
            throw new IOException("The connection was reset while the request was sent.", new SocketException((int)SocketError.ConnectionReset));
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is written only.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream cannot seek.");

    public override void SetLength(long value) => throw new NotSupportedException("The stream cannot seek.");
}
