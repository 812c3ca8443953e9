using S3Gen.Runtime.Checksums;

namespace S3Gen.Runtime.Streaming;

/// <summary>Takes a body in a pass of its own, for what has to be known of it before it is sent.</summary>
internal sealed class DigestSink(Checksum? first, Checksum? second) : IBodySink
{
    public ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        first?.Append(piece.Span);
        second?.Append(piece.Span);
        return ValueTask.CompletedTask;
    }
}
