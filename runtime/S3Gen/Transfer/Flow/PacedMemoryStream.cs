namespace S3Gen.Transfer.Flow;

/// <summary>Memory that is handed out no faster than the bandwidth allows.</summary>
internal sealed class PacedMemoryStream(ReadOnlyMemory<byte> content, BandwidthLimit bandwidth) : ReadOnlyRangeStream(content.Length)
{
    private protected override async ValueTask<int> ReadAtAsync(long position, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int length = Math.Min(Math.Min(buffer.Length, bandwidth.PieceSize), content.Length - (int)position);
        ReadOnlyMemory<byte> piece = content.Slice((int)position, length);
        await bandwidth.WaitAsync(piece.Length, cancellationToken).ConfigureAwait(false);
        piece.CopyTo(buffer);
        return piece.Length;
    }
}
