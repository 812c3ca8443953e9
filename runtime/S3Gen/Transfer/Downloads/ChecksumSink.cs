namespace S3Gen.Transfer.Downloads;

/// <summary>Takes down the checksums of what goes to another sink, piece by piece.</summary>
internal sealed class ChecksumSink(PartSink sink, IReadOnlyList<ChecksumPiece> pieces) : PartSink
{
    private Memory<byte> _room;
    private int _piece;

    internal override bool CanRestart => sink.CanRestart;

    internal override Memory<byte> GetRoom() => _room = sink.GetRoom();

    internal override ValueTask AdvanceAsync(int count, CancellationToken cancellationToken)
    {
        ReadOnlySpan<byte> bytes = _room.Span[..count];
        while (!bytes.IsEmpty)
        {
            bytes = bytes[pieces[_piece].Append(bytes)..];
            _piece += pieces[_piece].IsFull ? 1 : 0;
        }

        return sink.AdvanceAsync(count, cancellationToken);
    }

    internal override ValueTask FlushAsync(CancellationToken cancellationToken) => sink.FlushAsync(cancellationToken);

    internal override void Restart()
    {
        _piece = 0;
        foreach (ChecksumPiece piece in pieces)
        {
            piece.Reset();
        }

        sink.Restart();
    }

    public override void Dispose() => sink.Dispose();
}
