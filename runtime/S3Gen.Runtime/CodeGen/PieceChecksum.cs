using System.ComponentModel;
using S3Gen.Runtime.Checksums;

namespace S3Gen.Runtime.CodeGen;

/// <summary>The checksum of a piece of an object, by any algorithm of S3; a CRC can be combined with that of the piece behind it. Not thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PieceChecksum : IDisposable
{
    private readonly Checksum _checksum;

    /// <summary>Begins a checksum.</summary>
    /// <param name="algorithm">The algorithm's name in the model, e.g. <c>CRC64NVME</c>.</param>
    /// <exception cref="ArgumentException">This version does not know it.</exception>
    public PieceChecksum(string algorithm)
    {
        if (!ChecksumKinds.TryParse(algorithm, out ChecksumKind kind))
        {
            throw new ArgumentException($"'{algorithm}' is not known as a checksum's algorithm.", nameof(algorithm));
        }

        _checksum = new Checksum(kind);
    }

    /// <summary>How many bytes it is of.</summary>
    public long Length { get; private set; }

    /// <summary>Whether the checksum of a whole follows from those of its pieces.</summary>
    /// <param name="algorithm">The algorithm's name in the model.</param>
    public static bool CanCombine(string algorithm) => ChecksumKinds.TryParse(algorithm, out ChecksumKind kind) && kind.IsCrc();

    /// <summary>Takes in the next bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _checksum.Append(bytes);
        Length += bytes.Length;
    }

    /// <summary>Forgets all bytes so far.</summary>
    public void Reset()
    {
        _checksum.Reset();
        Length = 0;
    }

    /// <summary>The checksum of all bytes so far, in base64.</summary>
    public string ToBase64() => _checksum.ToBase64();

    /// <summary>The checksum of pieces that follow each other, in base64.</summary>
    /// <param name="pieces">The pieces in their order, all of one algorithm that can be combined; at least one.</param>
    public static string Combine(params IEnumerable<PieceChecksum> pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        ChecksumKind? kind = null;
        ulong whole = 0;
        foreach (PieceChecksum piece in pieces)
        {
            ulong crc = piece._checksum.GetCrc();
            whole = kind is null ? crc : CrcField.Of(kind.Value).Combine(whole, crc, piece.Length);
            kind = piece._checksum.Kind;
        }

        return Checksum.ToBase64(kind ?? throw new ArgumentException("There are no pieces.", nameof(pieces)), whole);
    }

    /// <summary>Gives up what the operating system holds for it.</summary>
    public void Dispose() => _checksum.Dispose();
}
