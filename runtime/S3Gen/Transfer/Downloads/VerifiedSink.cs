namespace S3Gen.Transfer.Downloads;

/// <summary>Holds what goes on in its order against an object's checksum; what was handed on is not taken back.</summary>
internal sealed class VerifiedSink(PartSink sink, StreamVerification verification) : PartSink
{
    private Memory<byte> _room;

    internal override bool CanRestart => false;

    internal override Memory<byte> GetRoom() => _room = sink.GetRoom();

    internal override ValueTask AdvanceAsync(int count, CancellationToken cancellationToken)
    {
        verification.Append(_room.Span[..count]);
        return sink.AdvanceAsync(count, cancellationToken);
    }

    internal override ValueTask FlushAsync(CancellationToken cancellationToken) => sink.FlushAsync(cancellationToken);

    internal override void Restart() => sink.Restart();

    public override void Dispose() => sink.Dispose();
}
