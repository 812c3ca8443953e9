namespace S3Gen.Transfer.Downloads;

/// <summary>A part that is held until it is its turn.</summary>
internal sealed class MemorySink(Memory<byte> memory) : PartSink
{
    private int _length;

    internal override Memory<byte> GetRoom() => memory[_length..];

    internal override ValueTask AdvanceAsync(int count, CancellationToken cancellationToken)
    {
        _length += count;
        return ValueTask.CompletedTask;
    }

    internal override void Restart() => _length = 0;

    public override void Dispose()
    {
    }
}
