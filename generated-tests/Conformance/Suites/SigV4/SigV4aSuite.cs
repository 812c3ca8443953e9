using System.Text.Json;
using S3Gen.Conformance.Cases;

namespace S3Gen.Conformance.Suites.SigV4;

/// <summary>Signature Version 4A: the suite of AWS.</summary>
internal sealed class SigV4aSuite : ISuite
{
    private const string Algorithm = "AWS4-ECDSA-P256-SHA256";

    public string Name => "sigv4a";

    public string Summary => "AWS Signature Version 4A (sigv4/v4a.json)";

    public bool Recognizes(CaseFile file) => file.BeginsWith("algorithm", "cases") && file.Documents[0].Text("algorithm") == Algorithm;

    public IEnumerable<ConformanceCase> Read(CaseFile file) => file.Documents[0].GetProperty("cases").EnumerateArray()
        .Select(static (JsonElement json) => new ConformanceCase(json.Text("name"), () => Task.FromResult(AsymmetricSigning.Run(json))));
}
