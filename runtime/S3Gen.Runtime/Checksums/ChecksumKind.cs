namespace S3Gen.Runtime.Checksums;

/// <summary>The checksum algorithms that S3 knows.</summary>
internal enum ChecksumKind
{
    Crc32,
    Crc32C,
    Crc64Nvme,
    Sha1,
    Sha256,
    Sha512,
    Md5,
    XxHash64,
    XxHash3,
    XxHash128,
}
