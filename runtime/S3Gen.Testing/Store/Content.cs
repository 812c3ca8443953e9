namespace S3Gen.Testing.Store;

/// <summary>
/// Immutable bytes in segments. Slicing and concatenating share the segments, so that completing an upload or copying a range
/// costs nothing by the byte.
/// </summary>
internal sealed class Content
{
    internal static readonly Content Empty = new([], 0);

    private readonly Lazy<IReadOnlyList<ReadOnlyMemory<byte>>> _segments;

    private Content(IReadOnlyList<ReadOnlyMemory<byte>> segments, long length)
        : this(new Lazy<IReadOnlyList<ReadOnlyMemory<byte>>>(segments), length)
    {
    }

    private Content(Lazy<IReadOnlyList<ReadOnlyMemory<byte>>> segments, long length)
    {
        _segments = segments;
        Length = length;
    }

    internal IReadOnlyList<ReadOnlyMemory<byte>> Segments => _segments.Value;

    internal long Length { get; }

    internal static Content Of(IReadOnlyList<ReadOnlyMemory<byte>> segments) =>
        new(segments, segments.Sum(static segment => (long)segment.Length));

    /// <summary>The bytes of a file, read when somebody first wants them.</summary>
    internal static Content OfFile(string path, long length) => new(new Lazy<IReadOnlyList<ReadOnlyMemory<byte>>>(() => ReadFile(path, length)), length);

    internal static Content Concat(IEnumerable<Content> parts) => Of([.. parts.SelectMany(static part => part.Segments)]);

    internal Content Slice(long offset, long length)
    {
        if (offset == 0 && length == Length)
        {
            return this;
        }
        return new Content(new Lazy<IReadOnlyList<ReadOnlyMemory<byte>>>(() => SliceSegments(offset, length)), length);
    }

    private List<ReadOnlyMemory<byte>> SliceSegments(long offset, long length)
    {
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
        return slice;
    }

    private static List<ReadOnlyMemory<byte>> ReadFile(string path, long length)
    {
        ContentBuilder builder = new(length);
        using FileStream file = File.OpenRead(path);
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            builder.Append(buffer.AsSpan(0, read));
        }
        return builder.Length == length ? [.. builder.Build().Segments] : throw new InvalidDataException($"{path} has {builder.Length} bytes instead of {length}.");
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
