namespace S3Gen.Transfer.Downloads;

/// <summary>A checksum that a service keeps of an object: of its bytes, or (composite) of its parts' checksums.</summary>
/// <param name="Algorithm">The algorithm's name in the model.</param>
/// <param name="Value">The checksum in base64; a composite one perhaps with a hyphen and the number of parts.</param>
/// <param name="IsComposite">Whether it is of the parts' checksums.</param>
internal sealed record StoredChecksum(string Algorithm, string Value, bool IsComposite)
{
    internal static StoredChecksum? Of(HeadObjectResponse head) => Choose(head.ChecksumType,
    [
        ("CRC64NVME", head.ChecksumCRC64NVME), ("CRC32C", head.ChecksumCRC32C), ("CRC32", head.ChecksumCRC32),
        ("XXHASH3", head.ChecksumXXHASH3), ("XXHASH128", head.ChecksumXXHASH128), ("XXHASH64", head.ChecksumXXHASH64),
        ("SHA256", head.ChecksumSHA256), ("SHA512", head.ChecksumSHA512), ("SHA1", head.ChecksumSHA1), ("MD5", head.ChecksumMD5),
    ]);

    internal static StoredChecksum? Of(GetObjectResponse response) => Choose(response.ChecksumType,
    [
        ("CRC64NVME", response.ChecksumCRC64NVME), ("CRC32C", response.ChecksumCRC32C), ("CRC32", response.ChecksumCRC32),
        ("XXHASH3", response.ChecksumXXHASH3), ("XXHASH128", response.ChecksumXXHASH128), ("XXHASH64", response.ChecksumXXHASH64),
        ("SHA256", response.ChecksumSHA256), ("SHA512", response.ChecksumSHA512), ("SHA1", response.ChecksumSHA1), ("MD5", response.ChecksumMD5),
    ]);

    /// <summary>The checksum of a part; null if the service does not say it.</summary>
    internal string? Of(ObjectPart part) => Algorithm switch
    {
        "CRC64NVME" => part.ChecksumCRC64NVME,
        "CRC32C" => part.ChecksumCRC32C,
        "CRC32" => part.ChecksumCRC32,
        "XXHASH3" => part.ChecksumXXHASH3,
        "XXHASH128" => part.ChecksumXXHASH128,
        "XXHASH64" => part.ChecksumXXHASH64,
        "SHA256" => part.ChecksumSHA256,
        "SHA512" => part.ChecksumSHA512,
        "SHA1" => part.ChecksumSHA1,
        _ => part.ChecksumMD5,
    };

    /// <summary>The first of the values that is there; the cheapest algorithms come first.</summary>
    private static StoredChecksum? Choose(ChecksumType? type, ReadOnlySpan<(string Algorithm, string? Value)> values)
    {
        foreach ((string algorithm, string? value) in values)
        {
            if (!string.IsNullOrEmpty(value))
            {
                // Stores that do not name the type show it by the number of parts; base64 has no hyphen.
                return new StoredChecksum(algorithm, value, type == ChecksumType.Composite || value.Contains('-', StringComparison.Ordinal));
            }
        }

        return null;
    }
}
