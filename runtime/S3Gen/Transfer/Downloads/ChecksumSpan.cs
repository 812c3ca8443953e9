namespace S3Gen.Transfer.Downloads;

/// <summary>A run of an object's bytes that has a checksum: a part, or all of them.</summary>
/// <param name="Offset">Its first byte.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Expected">Its checksum in base64; null if only that of all spans' checksums is known.</param>
internal readonly record struct ChecksumSpan(long Offset, long Length, string? Expected)
{
    internal long End => Offset + Length;
}
