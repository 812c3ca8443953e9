using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace S3Gen.Runtime.Checksums;

/// <summary>
/// A checksum in the making, of any algorithm. Results are in the byte order of S3's headers, big-endian. Not thread-safe.
/// </summary>
internal sealed class Checksum : IDisposable
{
    private readonly NonCryptographicHashAlgorithm? _hash;
    private readonly IncrementalHash? _digest;
    private ulong _register;

    /// <summary>Starts a checksum.</summary>
    internal Checksum(ChecksumKind kind)
    {
        Kind = kind;
        switch (kind)
        {
            case ChecksumKind.Crc32:
                _hash = new Crc32();
                break;
            case ChecksumKind.XxHash64:
                _hash = new XxHash64();
                break;
            case ChecksumKind.XxHash3:
                _hash = new XxHash3();
                break;
            case ChecksumKind.XxHash128:
                _hash = new XxHash128();
                break;
            case ChecksumKind.Crc32C or ChecksumKind.Crc64Nvme:
                _register = ulong.MaxValue;
                break;
            default:
                _digest = IncrementalHash.CreateHash(DigestName(kind));
                break;
        }
    }

    /// <summary>The algorithm.</summary>
    internal ChecksumKind Kind { get; }

    /// <summary>Takes in the next bytes.</summary>
    internal void Append(ReadOnlySpan<byte> data)
    {
        if (_hash is not null)
        {
            _hash.Append(data);
        }
        else if (_digest is not null)
        {
            _digest.AppendData(data);
        }
        else
        {
            _register = Kind == ChecksumKind.Crc32C ? Crc32C.Update((uint)_register, data) : Crc64Nvme.Update(_register, data);
        }
    }

    /// <summary>Writes the checksum of all bytes so far; more may follow.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="bytesWritten">How many bytes were written.</param>
    /// <returns>Whether there was room enough.</returns>
    internal bool TryGetHash(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = Kind.Size();
        if (destination.Length < bytesWritten)
        {
            bytesWritten = 0;
            return false;
        }

        if (_digest is not null)
        {
            _digest.GetCurrentHash(destination);
        }
        else if (_hash is null or Crc32)
        {
            WriteCrc(GetCrc(), destination);
        }
        else
        {
            _hash.GetCurrentHash(destination);
        }

        return true;
    }

    /// <summary>The checksum of all bytes so far as S3's headers carry it.</summary>
    internal string ToBase64()
    {
        Span<byte> hash = stackalloc byte[ChecksumKinds.MaxSize];
        TryGetHash(hash, out int written);
        return Convert.ToBase64String(hash[..written]);
    }

    /// <summary>A CRC as S3's headers carry it.</summary>
    internal static string ToBase64(ChecksumKind kind, ulong crc)
    {
        Span<byte> hash = stackalloc byte[sizeof(ulong)];
        return Convert.ToBase64String(hash[..(kind == ChecksumKind.Crc64Nvme ? WriteCrc64(crc, hash) : WriteCrc32((uint)crc, hash))]);
    }

    /// <summary>Forgets all bytes so far.</summary>
    internal void Reset()
    {
        _hash?.Reset();
        _digest?.TryGetHashAndReset(stackalloc byte[ChecksumKinds.MaxSize], out _);
        _register = ulong.MaxValue;
    }

    public void Dispose() => _digest?.Dispose();

    /// <summary>The checksum of bytes that are all at hand, as S3's headers carry it.</summary>
    internal static string ComputeBase64(ChecksumKind kind, ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[ChecksumKinds.MaxSize];
        return Convert.ToBase64String(hash[..Compute(kind, data, hash)]);
    }

    /// <summary>Writes the checksum of bytes that are all at hand, without allocating.</summary>
    /// <returns>The checksum's size.</returns>
    internal static int Compute(ChecksumKind kind, ReadOnlySpan<byte> data, Span<byte> destination) => kind switch
    {
        ChecksumKind.Crc32 => WriteCrc32(Crc32.HashToUInt32(data), destination),
        ChecksumKind.Crc32C => WriteCrc32(~Crc32C.Update(uint.MaxValue, data), destination),
        ChecksumKind.Crc64Nvme => WriteCrc64(~Crc64Nvme.Update(ulong.MaxValue, data), destination),
        ChecksumKind.XxHash64 => XxHash64.Hash(data, destination),
        ChecksumKind.XxHash3 => XxHash3.Hash(data, destination),
        ChecksumKind.XxHash128 => XxHash128.Hash(data, destination),
        _ => CryptographicOperations.HashData(DigestName(kind), data, destination),
    };

    /// <summary>The value of a CRC so far, for <see cref="CrcField.Combine"/>.</summary>
    internal ulong GetCrc() => Kind switch
    {
        ChecksumKind.Crc32 => ((Crc32)_hash!).GetCurrentHashAsUInt32(),
        ChecksumKind.Crc32C => ~(uint)_register,
        ChecksumKind.Crc64Nvme => ~_register,
        _ => throw new InvalidOperationException($"{Kind.Name()} is no CRC."),
    };

    private void WriteCrc(ulong crc, Span<byte> destination) =>
        _ = Kind == ChecksumKind.Crc64Nvme ? WriteCrc64(crc, destination) : WriteCrc32((uint)crc, destination);

    private static int WriteCrc32(uint crc, Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt32BigEndian(destination, crc);
        return sizeof(uint);
    }

    private static int WriteCrc64(ulong crc, Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, crc);
        return sizeof(ulong);
    }

    private static HashAlgorithmName DigestName(ChecksumKind kind) => kind switch
    {
        ChecksumKind.Sha1 => HashAlgorithmName.SHA1,
        ChecksumKind.Sha256 => HashAlgorithmName.SHA256,
        ChecksumKind.Sha512 => HashAlgorithmName.SHA512,
        ChecksumKind.Md5 => HashAlgorithmName.MD5,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
