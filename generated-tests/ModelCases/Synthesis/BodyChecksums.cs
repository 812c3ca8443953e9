using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using System.Numerics;
using System.Security.Cryptography;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Synthesis;

/// <summary>Checksums as S3's headers carry them: base64 of the big-endian value. Plain code, to check the client's against.</summary>
public static class BodyChecksums
{
    private const ulong Crc64NvmePolynomial = 0x9A6C_9329_AC4B_C9B5;

    /// <summary>Computes the checksum that the header <c>x-amz-checksum-</c><paramref name="algorithm"/> carries.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "S3 has SHA-1 as a checksum.")]
    [SuppressMessage("Security", "CA5351", Justification = "S3 has MD5 as a checksum.")]
    public static string Compute(string algorithm, ReadOnlySpan<byte> data) => Convert.ToBase64String(algorithm switch
    {
        "crc32" => BigEndian(Crc32.HashToUInt32(data)),
        "crc32c" => BigEndian(Crc32C(data)),
        "crc64nvme" => BigEndian(Crc64Nvme(data)),
        "sha1" => SHA1.HashData(data),
        "sha256" => SHA256.HashData(data),
        "sha512" => SHA512.HashData(data),
        "md5" => MD5.HashData(data),
        "xxhash64" => XxHash64.Hash(data),
        "xxhash3" => XxHash3.Hash(data),
        "xxhash128" => XxHash128.Hash(data),
        _ => throw new CaseException($"no code for the checksum '{algorithm}'"),
    });

    private static uint Crc32C(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }

    private static ulong Crc64Nvme(ReadOnlySpan<byte> data)
    {
        ulong crc = ulong.MaxValue;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Crc64NvmePolynomial;
            }
        }

        return ~crc;
    }

    private static byte[] BigEndian(uint value)
    {
        byte[] bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] BigEndian(ulong value)
    {
        byte[] bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }
}
