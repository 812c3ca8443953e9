namespace S3Gen.Testing.Checksums;

internal enum ChecksumType
{
    FullObject,
    Composite,
}

/// <summary>A checksum as S3 keeps it with an object or a part; <paramref name="Value"/> is Base64, with <c>-N</c> where it is composite.</summary>
internal sealed record Checksum(ChecksumAlgorithm Algorithm, string Value, ChecksumType Type = ChecksumType.FullObject)
{
    internal string TypeName => Type == ChecksumType.FullObject ? "FULL_OBJECT" : "COMPOSITE";
}
