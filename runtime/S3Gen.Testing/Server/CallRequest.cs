using S3Gen.Testing.CodeGen;

namespace S3Gen.Testing.Server;

/// <summary>A call as the generated unmarshallers see it.</summary>
internal sealed class CallRequest(S3Call call) : ServerRequest
{
    public override string Bucket => call.Bucket;

    public override ReadOnlySpan<byte> Document => call.Document;

    /// <summary>S3 has one label beside the bucket: the key.</summary>
    public override string Label(string name) => call.Key;

    public override string? Query(string name) => call.Query[name];

    public override IReadOnlyList<string> QueryValues(string name) =>
        [.. call.Query.Parameters.Where(parameter => parameter.Key == name).Select(static parameter => parameter.Value)];

    public override IReadOnlyDictionary<string, string> QueryMap() =>
        call.Query.Parameters.DistinctBy(static parameter => parameter.Key).ToDictionary(StringComparer.Ordinal);

    public override string? Header(string name) => call.Header(name);

    public override IReadOnlyDictionary<string, string> PrefixHeaders(string prefix) => call.Request.Headers
        .Where(header => header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(header => header.Key[prefix.Length..].ToLowerInvariant(), static header => header.Value.ToString(), StringComparer.Ordinal);
}
