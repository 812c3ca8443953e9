namespace S3Gen.Runtime.Streaming;

/// <summary>A body from a sequence of pieces.</summary>
internal sealed class AsyncEnumerableRequestBody : RequestBody
{
    private readonly IAsyncEnumerable<ReadOnlyMemory<byte>> _pieces;
    private bool _isSpent;

    internal AsyncEnumerableRequestBody(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, long? contentLength)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        _pieces = pieces;
        Length = CheckLength(contentLength);
    }

    public override long? Length { get; }

    public override bool IsReplayable => false;

    internal override bool IsSpent => _isSpent;

    internal override Stream OpenOnce()
    {
        _isSpent = true;
        return new EnumerationStream(_pieces);
    }

    internal override async Task CopyToAsync(IBodySink sink, long length, CancellationToken cancellationToken)
    {
        _isSpent = true;
        long sent = 0;
        await foreach (ReadOnlyMemory<byte> piece in _pieces.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            ReadOnlyMemory<byte> wanted = piece[..(int)Math.Min(piece.Length, length - sent)];
            await sink.WriteAsync(wanted, cancellationToken).ConfigureAwait(false);
            sent += wanted.Length;
            if (sent == length)
            {
                return;
            }
        }

        if (sent < length)
        {
            throw EndedEarly(sent, length);
        }
    }
}
