namespace S3Gen.Runtime.Streaming;

/// <summary>A body in memory.</summary>
internal sealed class BytesRequestBody(ReadOnlyMemory<byte> bytes) : RequestBody
{
    public override long? Length => bytes.Length;

    public override bool IsReplayable => true;

    internal override bool TryGetMemory(out ReadOnlyMemory<byte> memory)
    {
        memory = bytes;
        return true;
    }

    internal override Task CopyToAsync(IBodySink sink, long length, CancellationToken cancellationToken) =>
        CopyAsync(bytes[..(int)length], sink, cancellationToken);

    /// <summary>Writes memory in pieces, so that progress can be told and a stalled connection be noticed.</summary>
    internal static async Task CopyAsync(ReadOnlyMemory<byte> bytes, IBodySink sink, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            ReadOnlyMemory<byte> piece = bytes[..Math.Min(bytes.Length, StreamCopy.PieceSize)];
            await sink.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            bytes = bytes[piece.Length..];
        }
    }
}
