namespace S3Gen.Runtime.Streaming;

/// <summary>Bytes that were read from a stream already, and the rest of it.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : ForwardReadStream
{
    private ReadOnlyMemory<byte> _prefix = prefix;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_prefix.IsEmpty)
        {
            return rest.ReadAsync(buffer, cancellationToken);
        }

        int read = Math.Min(buffer.Length, _prefix.Length);
        _prefix[..read].CopyTo(buffer);
        _prefix = _prefix[read..];
        return new(read);
    }
}
