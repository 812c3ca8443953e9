namespace S3Gen.Testing.Injection;

/// <summary>A response body on its way out that a rule cuts short, slows down or spoils.</summary>
internal sealed class DamagedBody(Stream inner, FaultRule rule, Action abort, TimeProvider timeProvider) : Stream
{
    private long _position;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override void Flush() => throw new NotSupportedException("Kestrel writes asynchronously.");

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        if (!rule.LoseResponse)
        {
            return inner.FlushAsync(cancellationToken);
        }
        abort();
        return Task.CompletedTask;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (rule.LoseResponse)
        {
            abort();
            return;
        }
        long left = (rule.TruncateBodyAt ?? long.MaxValue) - _position;
        ReadOnlyMemory<byte> sent = buffer.Length > left ? buffer[..(int)left] : buffer;
        int step = rule.BytesPerSecond is { } rate ? Math.Max(rate / 10, 1) : Math.Max(sent.Length, 1);
        for (int offset = 0; offset < sent.Length; offset += step)
        {
            ReadOnlyMemory<byte> piece = sent.Slice(offset, Math.Min(step, sent.Length - offset));
            await inner.WriteAsync(Spoiled(piece), cancellationToken).ConfigureAwait(false);
            _position += piece.Length;
            if (rule.BytesPerSecond is { } perSecond)
            {
                await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
                await Task.Delay(TimeSpan.FromSeconds((double)piece.Length / perSecond), timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        // What is over the limit is dropped. Kestrel ends a connection whose body was shorter than its length, without losing what has left.
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Kestrel writes asynchronously.");

    private ReadOnlyMemory<byte> Spoiled(ReadOnlyMemory<byte> piece)
    {
        if (rule.CorruptBodyAt is not { } at || at < _position || at >= _position + piece.Length)
        {
            return piece;
        }
        byte[] copy = piece.ToArray();
        copy[at - _position] ^= 1;
        return copy;
    }
}
