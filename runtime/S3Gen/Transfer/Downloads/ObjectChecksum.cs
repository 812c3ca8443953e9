using System.Globalization;
using System.Net;
using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Transfer.Downloads;

/// <summary>What an object's bytes are held against: the checksum of all of them, or those of its parts and the composite one of these.</summary>
internal sealed class ObjectChecksum
{
    private readonly string? _composite;

    private ObjectChecksum(string algorithm, ChecksumSpan[] spans, string? composite)
    {
        Algorithm = algorithm;
        Spans = spans;
        _composite = composite;
    }

    /// <summary>The algorithm's name in the model.</summary>
    internal string Algorithm { get; }

    /// <summary>The runs of bytes that have checksums of their own, one after the other, from the object's first byte to its last.</summary>
    internal IReadOnlyList<ChecksumSpan> Spans { get; }

    /// <summary>Whether the checksum of a span follows from those of its pieces.</summary>
    internal bool CanCombine => PieceChecksum.CanCombine(Algorithm);

    internal static ObjectChecksum OfWhole(StoredChecksum stored, long size) =>
        new(stored.Algorithm, [new ChecksumSpan(0, size, stored.Value)], null);

    /// <returns>Null if the parts are not all of the object, or not those of the checksum.</returns>
    internal static ObjectChecksum? OfParts(StoredChecksum stored, IReadOnlyList<ObjectPart> parts, long size)
    {
        ChecksumSpan[] spans = new ChecksumSpan[parts.Count];
        long offset = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            spans[i] = new ChecksumSpan(offset, parts[i].Size ?? -1, stored.Of(parts[i]));
            if (spans[i].Length < 0)
            {
                return null;
            }

            offset = spans[i].End;
        }

        int hyphen = stored.Value.IndexOf('-', StringComparison.Ordinal);
        bool isOfThese = hyphen < 0 || stored.Value[(hyphen + 1)..] == spans.Length.ToString(CultureInfo.InvariantCulture);
        return offset == size && isOfThese && spans.Length > 0
            ? new ObjectChecksum(stored.Algorithm, spans, hyphen < 0 ? stored.Value : stored.Value[..hyphen])
            : null;
    }

    internal PieceChecksum Begin() => new(Algorithm);

    /// <summary>Which bytes of a range belong to which spans.</summary>
    internal IEnumerable<(int Span, long Offset, long Length)> Cut(long offset, long length)
    {
        long end = offset + length;
        for (int span = FindSpan(offset); offset < end; span++)
        {
            long taken = Math.Min(Spans[span].End, end) - offset;
            if (taken > 0)
            {
                yield return (span, offset, taken);
                offset += taken;
            }
        }
    }

    /// <exception cref="ChecksumMismatchException">The bytes of a span are not those that the service keeps.</exception>
    internal void Check(int index, string actual)
    {
        ChecksumSpan span = Spans[index];
        if (span.Expected is { } expected && actual != expected)
        {
            throw Mismatch(string.Create(CultureInfo.InvariantCulture, $"{span.Length} bytes from byte {span.Offset} on"), expected, actual);
        }
    }

    /// <exception cref="ChecksumMismatchException">The spans are not the object.</exception>
    internal void CheckComposite(IReadOnlyList<string> spans)
    {
        if (_composite is null)
        {
            return;
        }

        using PieceChecksum checksum = Begin();
        foreach (string span in spans)
        {
            checksum.Append(Convert.FromBase64String(span));
        }

        string actual = checksum.ToBase64();
        if (actual != _composite)
        {
            throw Mismatch(string.Create(CultureInfo.InvariantCulture, $"checksums of all {spans.Count} parts"), _composite, actual);
        }
    }

    /// <summary>The first span that ends behind a place.</summary>
    private int FindSpan(long offset)
    {
        int low = 0;
        int high = Spans.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Spans[middle].End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private ChecksumMismatchException Mismatch(string what, string expected, string actual)
    {
        ServiceErrorDetails details = new()
        {
            OperationName = "GetObject",
            StatusCode = HttpStatusCode.PartialContent,
            IsMalformed = true,
            Remark = $"The {Algorithm} of the {what} is {actual}, but should be {expected}.",
        };
        return new ChecksumMismatchException(details, Algorithm, expected, actual);
    }
}
