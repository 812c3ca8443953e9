namespace S3Gen.Tests.Transfer;

/// <summary>A stream that cannot seek, does not know its length, and gives what it has in odd pieces.</summary>
internal sealed class TrickleStream(byte[] content) : Stream
{
    private int _position;

    public int FailsAt { get; init; } = int.MaxValue;

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = Math.Min(Math.Min(buffer.Length, 70_001), content.Length - _position);
        content.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return _position > FailsAt ? throw new InvalidDataException("the source is broken") : new ValueTask<int>(count);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
