using S3Gen.Runtime.CodeGen;

namespace S3Gen.Transfer.Downloads;

/// <summary>Bytes of one span that come in one range.</summary>
/// <param name="offset">The first of them.</param>
/// <param name="length">How many there are.</param>
/// <param name="checksum">Takes them in; null if that would be of no use.</param>
internal sealed class ChecksumPiece(long offset, long length, PieceChecksum? checksum)
{
    private long _taken;

    internal long Offset => offset;

    internal long Length => length;

    internal PieceChecksum? Checksum => checksum;

    internal bool IsFull => _taken == length;

    /// <summary>Takes in the first of the bytes, as far as they belong to the piece.</summary>
    /// <returns>How many these were.</returns>
    internal int Append(ReadOnlySpan<byte> bytes)
    {
        int count = (int)Math.Min(bytes.Length, length - _taken);
        checksum?.Append(bytes[..count]);
        _taken += count;
        return count;
    }

    internal void Reset()
    {
        checksum?.Reset();
        _taken = 0;
    }
}
