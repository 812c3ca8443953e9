namespace S3Gen.Runtime.Streaming;

/// <summary>Pieces, read as a stream.</summary>
internal sealed class EnumerationStream(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces) : ForwardReadStream
{
    private IAsyncEnumerator<ReadOnlyMemory<byte>>? _enumerator;
    private ReadOnlyMemory<byte> _current;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _enumerator ??= pieces.GetAsyncEnumerator(cancellationToken);
        while (_current.IsEmpty && !buffer.IsEmpty)
        {
            if (!await _enumerator.MoveNextAsync().ConfigureAwait(false))
            {
                return 0;
            }

            _current = _enumerator.Current;
        }

        int read = Math.Min(buffer.Length, _current.Length);
        _current[..read].CopyTo(buffer);
        _current = _current[read..];
        return read;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_enumerator is not null)
        {
            await _enumerator.DisposeAsync().ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }
}
