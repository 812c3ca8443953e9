using System.Globalization;

namespace S3Gen.Transfer.Planning;

/// <summary>
/// How an object is cut into parts: all of one size but the last, which is what every store accepts, and no more than S3 allows. The
/// wanted size is kept where it can be, and grows by whole MiB where the object would have too many parts.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html"/>
internal readonly record struct PartPlan
{
    internal const int MaxParts = 10_000;
    internal const long MinPartSize = 5L << 20;
    internal const long MaxPartSize = 5L << 30;
    internal const long MaxObjectSize = MaxParts * MaxPartSize;

    private const long Unit = 1L << 20;

    /// <exception cref="ArgumentOutOfRangeException">No object can be that large.</exception>
    internal PartPlan(long size, long wantedPartSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (size > MaxObjectSize)
        {
            throw new ArgumentOutOfRangeException(
                nameof(size), size, string.Create(CultureInfo.InvariantCulture, $"{size} bytes are more than an object can have, which is {MaxObjectSize} (48.8 TiB)."));
        }

        long least = DivideUp(size, MaxParts);
        Size = size;
        PartSize = least <= wantedPartSize ? wantedPartSize : DivideUp(least, Unit) * Unit;
        Count = (int)Math.Max(1, DivideUp(size, PartSize));
    }

    private PartPlan(long size)
    {
        Size = size;
        PartSize = Math.Max(size, 1);
        Count = 1;
    }

    /// <summary>Bytes of the object.</summary>
    internal long Size { get; }

    /// <summary>Bytes of every part but the last.</summary>
    internal long PartSize { get; }

    /// <summary>How many parts there are; an empty object has one.</summary>
    internal int Count { get; }

    /// <summary>One part, whatever its size.</summary>
    internal static PartPlan Whole(long size) => new(size);

    /// <summary>Where a part begins; parts are counted from 0.</summary>
    internal long OffsetOf(int part) => part * PartSize;

    internal long LengthOf(int part) => Math.Min(PartSize, Size - OffsetOf(part));

    internal static long DivideUp(long dividend, long divisor) => dividend == 0 ? 0 : ((dividend - 1) / divisor) + 1;
}
