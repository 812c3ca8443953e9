using System.Buffers;

namespace S3Gen.Runtime.Streaming;

/// <summary>
/// Pooled memory for a body that is small and would be read twice otherwise: for its hash, and to be sent. Opening a file a second time
/// costs more than holding its few bytes.
/// </summary>
internal sealed class SmallBody : IBodySink
{
    /// <summary>Longest body that is held.</summary>
    internal const int MaxLength = StreamCopy.PieceSize;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>Reads a whole body; the memory is valid until <see cref="Reset"/>.</summary>
    /// <exception cref="EndOfStreamException">There are fewer bytes.</exception>
    internal async ValueTask<ReadOnlyMemory<byte>> ReadAsync(RequestBody body, int length, CancellationToken cancellationToken)
    {
        Reset();
        _bytes = ArrayPool<byte>.Shared.Rent(length);
        await body.CopyToAsync(this, length, cancellationToken).ConfigureAwait(false);
        return _bytes.AsMemory(0, _length);
    }

    /// <summary>Takes over what was read ahead; the memory is valid until <see cref="Reset"/>.</summary>
    internal ReadOnlyMemory<byte> Take(ReadAhead body)
    {
        Reset();
        _bytes = body.Buffer;
        _length = body.Memory.Length;
        return body.Memory;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        piece.CopyTo(_bytes.AsMemory(_length));
        _length += piece.Length;
        return ValueTask.CompletedTask;
    }

    internal void Reset()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = [];
        _length = 0;
    }
}
