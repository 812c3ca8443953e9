namespace S3Gen.Testing.Store;

/// <summary>
/// Immutable bytes in segments. Slicing and concatenating share the segments, so that completing an upload or copying a range
/// costs nothing by the byte.
/// </summary>
internal sealed class Content
{
    internal static readonly Content Empty = new([], 0);

    private Content(IReadOnlyList<ReadOnlyMemory<byte>> segments, long length)
    {
        Segments = segments;
        Length = length;
    }

    internal IReadOnlyList<ReadOnlyMemory<byte>> Segments { get; }

    internal long Length { get; }

    internal static Content Of(IReadOnlyList<ReadOnlyMemory<byte>> segments) =>
        new(segments, segments.Sum(static segment => (long)segment.Length));

    internal static Content Concat(IEnumerable<Content> parts) => Of([.. parts.SelectMany(static part => part.Segments)]);

    internal Content Slice(long offset, long length)
    {
        if (offset == 0 && length == Length)
        {
            return this;
        }
        List<ReadOnlyMemory<byte>> slice = [];
        long left = length;
        foreach (ReadOnlyMemory<byte> segment in Segments)
        {
            if (left == 0)
            {
                break;
            }
            if (offset >= segment.Length)
            {
                offset -= segment.Length;
                continue;
            }
            int take = (int)Math.Min(segment.Length - offset, left);
            slice.Add(segment.Slice((int)offset, take));
            left -= take;
            offset = 0;
        }
        return new Content(slice, length - left);
    }

    /// <summary>All bytes in one array; for documents, not for objects.</summary>
    internal byte[] ToArray()
    {
        byte[] all = new byte[Length];
        int position = 0;
        foreach (ReadOnlyMemory<byte> segment in Segments)
        {
            segment.Span.CopyTo(all.AsSpan(position));
            position += segment.Length;
        }
        return all;
    }
}
