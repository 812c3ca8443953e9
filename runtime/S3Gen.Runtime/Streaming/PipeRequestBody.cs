using System.Buffers;
using System.IO.Pipelines;

namespace S3Gen.Runtime.Streaming;

/// <summary>A body from a pipe, whose memory goes to the network without a copy of ours.</summary>
internal sealed class PipeRequestBody : RequestBody
{
    private readonly PipeReader _reader;
    private bool _isSpent;

    internal PipeRequestBody(PipeReader reader, long? contentLength)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
        Length = CheckLength(contentLength);
    }

    public override long? Length { get; }

    public override bool IsReplayable => false;

    internal override bool IsSpent => _isSpent;

    internal override Stream OpenOnce()
    {
        _isSpent = true;
        return _reader.AsStream(leaveOpen: true);
    }

    internal override async Task CopyToAsync(IBodySink sink, long length, CancellationToken cancellationToken)
    {
        _isSpent = true;
        long sent = 0;
        while (sent < length)
        {
            ReadResult result = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> available = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, length - sent));
            SequencePosition consumed = result.Buffer.Start;
            try
            {
                foreach (ReadOnlyMemory<byte> piece in available)
                {
                    await sink.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
                }

                consumed = available.End;
                sent += available.Length;
            }
            finally
            {
                _reader.AdvanceTo(consumed);
            }

            if ((result.IsCompleted || result.IsCanceled) && sent < length && available.Length == result.Buffer.Length)
            {
                throw EndedEarly(sent, length);
            }
        }
    }
}
