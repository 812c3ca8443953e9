using S3Gen.Runtime.CodeGen;

namespace S3Gen.Transfer.Downloads;

/// <summary>Takes down the checksum of what goes to another sink.</summary>
internal sealed class ChecksumSink(PartSink sink, CombinableChecksum checksum) : PartSink
{
    private Memory<byte> _room;

    internal override bool CanRestart => sink.CanRestart;

    internal override Memory<byte> GetRoom() => _room = sink.GetRoom();

    internal override ValueTask AdvanceAsync(int count, CancellationToken cancellationToken)
    {
        checksum.Append(_room.Span[..count]);
        return sink.AdvanceAsync(count, cancellationToken);
    }

    internal override ValueTask FlushAsync(CancellationToken cancellationToken) => sink.FlushAsync(cancellationToken);

    internal override void Restart()
    {
        checksum.Reset();
        sink.Restart();
    }

    public override void Dispose() => sink.Dispose();
}
