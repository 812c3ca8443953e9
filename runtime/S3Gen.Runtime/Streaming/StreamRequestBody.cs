namespace S3Gen.Runtime.Streaming;

/// <summary>A body from a stream; one that can seek is set back to where it stood for each attempt.</summary>
internal sealed class StreamRequestBody : RequestBody
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly long _start;
    private bool _isSpent;

    internal StreamRequestBody(Stream stream, long? contentLength, bool leaveOpen)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }

        _stream = stream;
        _leaveOpen = leaveOpen;
        IsReplayable = stream.CanSeek;
        Length = CheckLength(contentLength) ?? (stream as ResponseStream)?.Remaining;
        if (IsReplayable)
        {
            _start = stream.Position;
            long remaining = Math.Max(0, stream.Length - _start);
            Length ??= remaining;
            if (Length > remaining)
            {
                throw new ArgumentException($"{nameof(contentLength)} is {Length}, but the stream has {remaining} bytes left.", nameof(contentLength));
            }
        }
    }

    public override long? Length { get; }

    public override bool IsReplayable { get; }

    internal override bool IsSpent => _isSpent;

    internal override async Task CopyToAsync(IBodySink sink, long length, CancellationToken cancellationToken)
    {
        if (IsReplayable)
        {
            _stream.Position = _start;
        }
        else
        {
            _isSpent = true;
        }

        long copied = await StreamCopy.CopyAsync(_stream, sink, length, cancellationToken).ConfigureAwait(false);
        if (copied < length)
        {
            throw EndedEarly(copied, length);
        }
    }

    internal override Stream OpenOnce()
    {
        _isSpent = true;
        return _stream;
    }

    internal override ValueTask CompleteAsync() => _leaveOpen ? ValueTask.CompletedTask : _stream.DisposeAsync();
}
