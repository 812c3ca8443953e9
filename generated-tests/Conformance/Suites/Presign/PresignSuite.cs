using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Model;

namespace S3Gen.Conformance.Suites.Presign;

/// <summary>Presigned URLs and POST policies, made through the client's own methods.</summary>
internal sealed class PresignSuite(Lazy<ServiceModel> model) : ISuite
{
    private const string Url = "expected_url";
    private const string Fields = "expected_fields";

    public string Name => "presign";

    public string Summary => "presigned URLs and POST policies (vectors/presign.jsonl)";

    public bool Recognizes(CaseFile file) => file.BeginsWith("id", Url) || file.BeginsWith("id", Fields);

    public IEnumerable<ConformanceCase> Read(CaseFile file) => file.Documents.Select(json => new ConformanceCase(json.Text("id"), () => RunAsync(json)));

    private Task<IReadOnlyList<string>> RunAsync(JsonElement json) =>
        json.TryGetProperty(Url, out _) ? PresignedUrlCase.RunAsync(json, model.Value) : PostPolicyCase.RunAsync(json);
}
