using System.Buffers;

namespace S3Gen.Runtime.Streaming;

/// <summary>
/// The beginning of a body whose length is not known, in pooled memory, which tells the small ones, that are sent at once, from the
/// others. Memory that a failed request may still read from is left to the collector.
/// </summary>
/// <param name="source">The rest of the body.</param>
/// <param name="buffer">What was read.</param>
/// <param name="length">How much that is.</param>
/// <param name="isWhole">Whether nothing follows.</param>
internal sealed class ReadAhead(Stream source, byte[] buffer, int length, bool isWhole) : IAsyncDisposable
{
    private const int FirstSize = StreamCopy.PieceSize;

    /// <summary>Whether the body ended.</summary>
    internal bool IsWhole => isWhole;

    /// <summary>What was read.</summary>
    internal ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, length);

    /// <summary>The body from its beginning.</summary>
    internal Stream Content => new PrefixedStream(Memory, source);

    /// <summary>Reads a body until it ends or is longer than <paramref name="most"/>.</summary>
    internal static async ValueTask<ReadAhead> ReadAsync(RequestBody body, long most, CancellationToken cancellationToken)
    {
        int limit = (int)Math.Min(most + 1, Array.MaxLength);
        Stream source = body.OpenOnce();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstSize, limit));
        int length = 0;
        while (true)
        {
            int room = Math.Min(buffer.Length, limit) - length;
            if (room == 0 && length == limit)
            {
                return new ReadAhead(source, buffer, length, isWhole: false);
            }

            if (room == 0)
            {
                buffer = Grow(buffer, length, limit);
                continue;
            }

            int read = await source.ReadAsync(buffer.AsMemory(length, room), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return new ReadAhead(source, buffer, length, isWhole: true);
            }

            length += read;
        }
    }

    /// <summary>The pooled array that holds the beginning, for who gives it back.</summary>
    internal byte[] Buffer => buffer;

    /// <summary>Ends the reading; a stream that is the caller's own is left alone.</summary>
    public ValueTask DisposeAsync() => source is ForwardReadStream ? source.DisposeAsync() : ValueTask.CompletedTask;

    private static byte[] Grow(byte[] buffer, int length, int limit)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(limit, 4L * buffer.Length));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
