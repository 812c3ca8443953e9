namespace S3Gen.Transfer.Downloads;

/// <summary>Writes on to a stream, which takes nothing back.</summary>
internal sealed class StreamSink(Stream destination) : BufferedSink
{
    internal override bool CanRestart => false;

    private protected override ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        destination.WriteAsync(bytes, cancellationToken);
}
