using S3Gen.Testing.Checksums;

namespace S3Gen.Testing.Store;

/// <summary>A small document that somebody has pinned to a version of an object, under a name.</summary>
internal sealed record Annotation(string Name, byte[] Content, string ETag, DateTimeOffset LastModified, Checksum? Checksum);
