namespace S3Gen.Runtime.Streaming;

/// <summary>Where a body goes, piece by piece: the network, or a hash.</summary>
internal interface IBodySink
{
    /// <summary>Takes the next piece; its memory may be used again when the task is complete.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken);
}
