namespace S3Gen.ModelCases.Http;

/// <summary>A response as it travels.</summary>
public sealed record WireResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);
