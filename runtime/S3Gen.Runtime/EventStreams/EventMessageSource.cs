using System.Buffers;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// Cuts a stream into messages. It reads ahead what has arrived, but waits for no more than the message that is due, so that an
/// event is seen as soon as it is there.
/// </summary>
internal sealed class EventMessageSource(Stream stream) : IAsyncDisposable, IDisposable
{
    private const int InitialSize = 16 * 1024;

    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private int _messageLength;
    private volatile bool _isReading;
    private bool _isDisposed;

    /// <summary>The message that <see cref="MoveNextAsync"/> has found, checked anew at each call.</summary>
    internal EventMessage Current => EventFrame.Read(_buffer.AsSpan(_start, _messageLength));

    /// <summary>Advances to the next message; false at the end of the stream.</summary>
    /// <exception cref="ResponseFormatException">The message is corrupt, or the stream ends within it.</exception>
    internal async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _start += _messageLength;
        _messageLength = 0;
        if (!await FillAsync(EventFrame.PreludeLength, cancellationToken).ConfigureAwait(false))
        {
            return _start == _end ? false : throw CutShort();
        }

        int length = EventFrame.ReadPrelude(_buffer.AsSpan(_start, EventFrame.PreludeLength));
        _messageLength = await FillAsync(length, cancellationToken).ConfigureAwait(false) ? length : throw CutShort();
        return true;
    }

    public void Dispose()
    {
        if (!_isDisposed)
        {
            Release();
            stream.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return ValueTask.CompletedTask;
        }

        Release();
        return stream.DisposeAsync();
    }

    /// <summary>Reads until <paramref name="count"/> bytes are at hand; false if the stream ends before.</summary>
    private async ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken)
    {
        while (_end - _start < count)
        {
            MakeRoom(count);
            _isReading = true;
            int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _isReading = false;
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }

    /// <summary>
    /// Makes room for <paramref name="count"/> bytes from the start, but at most for twice of what has come: a length that a
    /// message only claims reserves no memory.
    /// </summary>
    private void MakeRoom(int count)
    {
        int held = _end - _start;
        if (_end < _buffer.Length && (_start == 0 || _start + count <= _buffer.Length))
        {
            return;
        }

        if (held == _buffer.Length || _buffer.Length == 0)
        {
            byte[] bigger = ArrayPool<byte>.Shared.Rent(Math.Max(InitialSize, Math.Min(count, held * 2)));
            _buffer.AsSpan(_start, held).CopyTo(bigger);
            Return();
            _buffer = bigger;
        }
        else
        {
            _buffer.AsSpan(_start, held).CopyTo(_buffer);
        }

        _start = 0;
        _end = held;
    }

    private void Release()
    {
        _isDisposed = true;
        if (!_isReading)
        {
            // Else a read that another thread waits for, or one that failed, may write to the buffer still: the pool goes without it.
            Return();
        }

        _buffer = [];
        _start = _end = _messageLength = 0;
    }

    private void Return()
    {
        if (_buffer.Length != 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    private static ResponseFormatException CutShort() => new("The event stream is corrupt: it ends within a message.");
}
