using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using S3Gen.Runtime.Checksums;

namespace S3Gen.Runtime.CodeGen;

/// <summary>The checksum of a piece of an object, which can be combined with that of the piece behind it. Not thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1001", Justification = "A CRC holds nothing that has to be released.")]
public sealed class CombinableChecksum
{
    private readonly Checksum _checksum;

    /// <summary>Begins a checksum.</summary>
    /// <param name="algorithm">The algorithm's name in the model, e.g. <c>CRC64NVME</c>.</param>
    /// <exception cref="ArgumentException">Checksums of it cannot be combined.</exception>
    public CombinableChecksum(string algorithm)
    {
        if (!ChecksumKinds.TryParse(algorithm, out ChecksumKind kind) || !kind.IsCrc())
        {
            throw new ArgumentException($"Checksums of '{algorithm}' cannot be combined.", nameof(algorithm));
        }

        _checksum = new Checksum(kind);
    }

    /// <summary>How many bytes it is of.</summary>
    public long Length { get; private set; }

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

    /// <summary>The checksum of pieces that follow each other, in base64.</summary>
    /// <param name="pieces">The pieces in their order, all of one algorithm; at least one.</param>
    public static string Combine(params IEnumerable<CombinableChecksum> pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        ChecksumKind? kind = null;
        ulong whole = 0;
        foreach (CombinableChecksum piece in pieces)
        {
            ulong crc = piece._checksum.GetCrc();
            whole = kind is null ? crc : CrcField.Of(kind.Value).Combine(whole, crc, piece.Length);
            kind = piece._checksum.Kind;
        }

        return Checksum.ToBase64(kind ?? throw new ArgumentException("There are no pieces.", nameof(pieces)), whole);
    }
}
