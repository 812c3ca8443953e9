namespace S3Gen.Runtime.Signing;

/// <summary>Where the parts of a canonical request stand in the buffer that it was written to.</summary>
/// <param name="Whole">The canonical request.</param>
/// <param name="Query">The canonical query.</param>
/// <param name="HeaderNames">The names of the signed headers, separated by semicolons.</param>
internal readonly record struct CanonicalParts(Range Whole, Range Query, Range HeaderNames);
