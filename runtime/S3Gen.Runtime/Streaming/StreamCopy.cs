using System.Buffers;

namespace S3Gen.Runtime.Streaming;

/// <summary>Copies from a stream to a sink through one pooled buffer.</summary>
internal static class StreamCopy
{
    /// <summary>Most bytes that are handed on at once, unless the sink wants it otherwise.</summary>
    internal const int PieceSize = 64 * 1024;

    /// <summary>Copies at most <paramref name="length"/> bytes.</summary>
    /// <returns>How many there were.</returns>
    internal static async Task<long> CopyAsync(Stream source, IBodySink sink, long length, CancellationToken cancellationToken)
    {
        int size = sink.PieceSize;
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(length, size));
        try
        {
            long copied = 0;
            while (copied < length)
            {
                int wanted = (int)Math.Min(Math.Min(buffer.Length, size), length - copied);
                int read = await source.ReadAsync(buffer.AsMemory(0, wanted), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                await sink.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                copied += read;
            }

            return copied;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
