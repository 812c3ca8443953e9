namespace S3Gen.Runtime.Streaming;

/// <summary>Where a body goes, piece by piece: the network, or a hash.</summary>
internal interface IBodySink
{
    /// <summary>Most bytes that it likes to be handed at once.</summary>
    int PieceSize => StreamCopy.PieceSize;

    /// <summary>Takes the next piece; its memory may be used again when the task is complete.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken);
}
