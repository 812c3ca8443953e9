using S3Gen.Testing.CodeGen;

namespace S3Gen.Testing.Operations.Configurations;

/// <summary>A document that was stored, as the unmarshallers read it again: it has a body and nothing else.</summary>
internal sealed class StoredDocument(byte[] document) : ServerRequest
{
    public override string Bucket => "";

    public override ReadOnlySpan<byte> Document => document;

    public override string Label(string name) => "";

    public override string? Query(string name) => null;

    public override IReadOnlyList<string> QueryValues(string name) => [];

    public override IReadOnlyDictionary<string, string> QueryMap() => new Dictionary<string, string>();

    public override string? Header(string name) => null;

    public override IReadOnlyDictionary<string, string> PrefixHeaders(string prefix) => new Dictionary<string, string>();

    internal static T Read<T>(byte[] document)
        where T : IServerInput<T> => T.Read(new StoredDocument(document));
}
