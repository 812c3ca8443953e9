using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Model;

namespace S3Gen.Conformance.Suites.Protocol;

/// <summary>
/// The protocol tests of Smithy: a model whose operations and errors carry their cases as traits. The clients are those that were
/// generated from the visible models; the cases are read when the suite runs.
/// </summary>
/// <seealso href="https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html"/>
internal sealed class ProtocolSuite : ISuite
{
    private const string RequestTests = "smithy.test#httpRequestTests";
    private const string ResponseTests = "smithy.test#httpResponseTests";

    public string Name => "protocol";

    public string Summary => "Smithy's restXml protocol tests, request and response (protocol-tests/*.json)";

    public bool Recognizes(CaseFile file) =>
        file.BeginsWith("smithy", "shapes") && file.Documents[0].GetProperty("shapes").EnumerateObject().Any(shape => CarriesCases(shape.Value));

    public IEnumerable<ConformanceCase> Read(CaseFile file)
    {
        ServiceModel model = ModelFiles.LoadWithOverlay(file.Path);
        ProtocolService service = ProtocolService.Find(model.ServiceId);
        foreach (OperationShape operation in model.Operations)
        {
            foreach (JsonElement json in CasesOf(operation.Traits, RequestTests))
            {
                yield return new ConformanceCase($"{json.Text("id")} (request)", () => new RequestCase(service, operation, json).RunAsync());
            }

            foreach (JsonElement json in CasesOf(operation.Traits, ResponseTests))
            {
                yield return new ConformanceCase($"{json.Text("id")} (response)", () => new ResponseCase(service, operation, json).RunAsync());
            }
        }

        foreach (Shape error in model.Errors)
        {
            foreach (JsonElement json in CasesOf(error.Traits, ResponseTests))
            {
                yield return new ConformanceCase($"{json.Text("id")} (error)", () => new ErrorCase(service, model, error, json).RunAsync());
            }
        }
    }

    private static bool CarriesCases(JsonElement shape) =>
        shape.TryGetProperty("traits", out JsonElement traits)
        && (traits.TryGetProperty(RequestTests, out _) || traits.TryGetProperty(ResponseTests, out _));

    /// <summary>Those for a client, and those that are for both sides.</summary>
    private static IEnumerable<JsonElement> CasesOf(TraitSet traits, string trait) =>
        traits[trait] is { ValueKind: JsonValueKind.Array } cases
            ? cases.EnumerateArray().Where(json => json.OptionalText("appliesTo") is null or "client")
            : [];
}
