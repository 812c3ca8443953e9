namespace S3Gen.ModelCases.Http;

/// <summary>A request as it travels, or as it has to.</summary>
/// <param name="Method">In upper case.</param>
/// <param name="Path">Raw, percent-encoded.</param>
/// <param name="Query">Names and values, decoded.</param>
/// <param name="Headers">By lower-case name; repeated ones joined with ", ".</param>
/// <param name="Body">The bytes; empty if there are none.</param>
public sealed record WireRequest(
    string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Query, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);
