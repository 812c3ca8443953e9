namespace S3Gen.Conformance.Suites.EventStreams;

/// <summary>Bytes that arrive in pieces of given sizes, over and over; without sizes, all at once.</summary>
internal sealed class PieceStream(byte[] content, IReadOnlyList<int> sizes) : MemoryStream(content, writable: false)
{
    private int _next;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(Piece(buffer), cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private Memory<byte> Piece(Memory<byte> buffer) => sizes.Count == 0 ? buffer : buffer[..Math.Min(buffer.Length, sizes[_next++ % sizes.Count])];
}
