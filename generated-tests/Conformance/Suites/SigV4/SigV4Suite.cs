using System.Text.Json;
using S3Gen.Conformance.Cases;

namespace S3Gen.Conformance.Suites.SigV4;

/// <summary>Signature Version 4: the suite of AWS for services in general, and S3's header signing.</summary>
internal sealed class SigV4Suite : ISuite
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public string Name => "sigv4";

    public string Summary => "AWS Signature Version 4 (sigv4/v4.json, vectors/signed.jsonl)";

    public bool Recognizes(CaseFile file) => IsGeneral(file) || file.BeginsWith("id", "expected_canonical_request", "expected_authorization");

    public IEnumerable<ConformanceCase> Read(CaseFile file) => IsGeneral(file)
        ? file.Documents[0].GetProperty("cases").EnumerateArray().Select(json => Case(json, "name", SymmetricSigning.Run))
        : file.Documents.Select(json => Case(json, "id", S3HeaderSigning.Run));

    private static ConformanceCase Case(JsonElement json, string id, Func<JsonElement, IReadOnlyList<string>> run) =>
        new(json.Text(id), () => Task.FromResult(run(json)));

    private static bool IsGeneral(CaseFile file) => file.BeginsWith("algorithm", "cases") && file.Documents[0].Text("algorithm") == Algorithm;
}
