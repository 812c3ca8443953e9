namespace S3Gen.Runtime.Checksums;

/// <summary>Names and sizes of the algorithms.</summary>
internal static class ChecksumKinds
{
    /// <summary>Size of the longest checksum in bytes.</summary>
    internal const int MaxSize = 64;

    private static readonly string[] Names =
        ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"];

    private static readonly string[] Headers = [.. Names.Select(static name => "x-amz-checksum-" + name.ToLowerInvariant())];

    /// <summary>The algorithm's name in the model and on the wire, e.g. <c>CRC64NVME</c>.</summary>
    internal static string Name(this ChecksumKind kind) => Names[(int)kind];

    /// <summary>The header that carries it, e.g. <c>x-amz-checksum-crc64nvme</c>.</summary>
    internal static string Header(this ChecksumKind kind) => Headers[(int)kind];

    /// <summary>Finds an algorithm by its name, in any case.</summary>
    internal static bool TryParse(ReadOnlySpan<char> name, out ChecksumKind kind)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (name.Equals(Names[i], StringComparison.OrdinalIgnoreCase))
            {
                kind = (ChecksumKind)i;
                return true;
            }
        }

        kind = default;
        return false;
    }

    /// <summary>The checksum's size in bytes.</summary>
    internal static int Size(this ChecksumKind kind) => kind switch
    {
        ChecksumKind.Crc32 or ChecksumKind.Crc32C => 4,
        ChecksumKind.Crc64Nvme or ChecksumKind.XxHash64 or ChecksumKind.XxHash3 => 8,
        ChecksumKind.Md5 or ChecksumKind.XxHash128 => 16,
        ChecksumKind.Sha1 => 20,
        ChecksumKind.Sha256 => 32,
        ChecksumKind.Sha512 => 64,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Whether checksums of parts can be combined to that of the whole object.</summary>
    internal static bool IsCrc(this ChecksumKind kind) => kind is ChecksumKind.Crc32 or ChecksumKind.Crc32C or ChecksumKind.Crc64Nvme;
}
