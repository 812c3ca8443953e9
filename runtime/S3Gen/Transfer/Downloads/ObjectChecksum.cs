using System.Buffers;
using System.Net;
using Microsoft.Win32.SafeHandles;
using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Transfer.Downloads;

/// <summary>
/// The checksum of a whole object that comes in ranges: it is combined from those of the ranges, which CRCs allow, so that nothing is
/// read twice. A range by itself has no checksum to be held against.
/// </summary>
internal sealed class ObjectChecksum(string algorithm, string expected)
{
    private const int MostAtOnce = 256 * 1024;

    private readonly Lock _lock = new();
    private readonly SortedList<long, CombinableChecksum> _ranges = [];

    /// <summary>The checksum that the service keeps of an object; null if it is none that can be combined, or only one of the parts' checksums.</summary>
    internal static ObjectChecksum? Of(HeadObjectResponse head)
    {
        if (head.ChecksumType == ChecksumType.Composite)
        {
            return null;
        }

        return Of("CRC64NVME", head.ChecksumCRC64NVME) ?? Of("CRC32", head.ChecksumCRC32) ?? Of("CRC32C", head.ChecksumCRC32C);
    }

    /// <summary>A sink that takes down the checksum of what goes to another one.</summary>
    internal PartSink Watch(PartSink sink, long offset)
    {
        CombinableChecksum range = new(algorithm);
        Add(offset, range);
        return new ChecksumSink(sink, range);
    }

    /// <summary>Takes in a range that is in the file from an earlier run.</summary>
    internal async Task AddAsync(SafeFileHandle file, long offset, long length, CancellationToken cancellationToken)
    {
        CombinableChecksum range = new(algorithm);
        Add(offset, range);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(MostAtOnce);
        try
        {
            while (range.Length < length)
            {
                int wanted = (int)Math.Min(buffer.Length, length - range.Length);
                int read = await RandomAccess.ReadAsync(file, buffer.AsMemory(0, wanted), offset + range.Length, cancellationToken).ConfigureAwait(false);
                range.Append(read > 0 ? buffer.AsSpan(0, read) : throw new EndOfStreamException("The temporary file of the download has become shorter."));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <exception cref="ChecksumMismatchException">The ranges are not the object.</exception>
    internal void Check(long size)
    {
        string actual = CombinableChecksum.Combine(_ranges.Values);
        if (actual != expected)
        {
            ServiceErrorDetails details = new()
            {
                OperationName = "GetObject",
                StatusCode = HttpStatusCode.PartialContent,
                IsMalformed = true,
                Remark = $"The {algorithm} of the {size} bytes in {_ranges.Count} ranges is {actual}, but should be {expected}.",
            };
            throw new ChecksumMismatchException(details, algorithm, expected, actual);
        }
    }

    private static ObjectChecksum? Of(string algorithm, string? value) =>
        value is null || value.Contains('-', StringComparison.Ordinal) ? null : new ObjectChecksum(algorithm, value);

    private void Add(long offset, CombinableChecksum range)
    {
        lock (_lock)
        {
            _ranges.Add(offset, range);
        }
    }
}
