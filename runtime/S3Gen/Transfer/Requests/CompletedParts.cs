namespace S3Gen.Transfer.Requests;

/// <summary>What S3 has said of a part, as it wants to hear it again when the upload is completed.</summary>
internal static class CompletedParts
{
    internal static CompletedPart Of(int number, UploadPartResponse part) => new()
    {
        PartNumber = number,
        ETag = part.ETag,
        ChecksumCRC32 = part.ChecksumCRC32,
        ChecksumCRC32C = part.ChecksumCRC32C,
        ChecksumCRC64NVME = part.ChecksumCRC64NVME,
        ChecksumSHA1 = part.ChecksumSHA1,
        ChecksumSHA256 = part.ChecksumSHA256,
        ChecksumSHA512 = part.ChecksumSHA512,
        ChecksumMD5 = part.ChecksumMD5,
        ChecksumXXHASH64 = part.ChecksumXXHASH64,
        ChecksumXXHASH3 = part.ChecksumXXHASH3,
        ChecksumXXHASH128 = part.ChecksumXXHASH128,
    };

    internal static CompletedPart Of(int number, CopyPartResult part) => new()
    {
        PartNumber = number,
        ETag = part.ETag,
        ChecksumCRC32 = part.ChecksumCRC32,
        ChecksumCRC32C = part.ChecksumCRC32C,
        ChecksumCRC64NVME = part.ChecksumCRC64NVME,
        ChecksumSHA1 = part.ChecksumSHA1,
        ChecksumSHA256 = part.ChecksumSHA256,
        ChecksumSHA512 = part.ChecksumSHA512,
        ChecksumMD5 = part.ChecksumMD5,
        ChecksumXXHASH64 = part.ChecksumXXHASH64,
        ChecksumXXHASH3 = part.ChecksumXXHASH3,
        ChecksumXXHASH128 = part.ChecksumXXHASH128,
    };

    internal static CompletedPart Of(Part part) => new()
    {
        PartNumber = part.PartNumber,
        ETag = part.ETag,
        ChecksumCRC32 = part.ChecksumCRC32,
        ChecksumCRC32C = part.ChecksumCRC32C,
        ChecksumCRC64NVME = part.ChecksumCRC64NVME,
        ChecksumSHA1 = part.ChecksumSHA1,
        ChecksumSHA256 = part.ChecksumSHA256,
        ChecksumSHA512 = part.ChecksumSHA512,
        ChecksumMD5 = part.ChecksumMD5,
        ChecksumXXHASH64 = part.ChecksumXXHASH64,
        ChecksumXXHASH3 = part.ChecksumXXHASH3,
        ChecksumXXHASH128 = part.ChecksumXXHASH128,
    };
}
