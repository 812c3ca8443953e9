using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Synthesis;
using S3Gen.ModelCases.TypedValues;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites;

/// <summary>HTTP response → typed response.</summary>
internal sealed class ResponsesSuite(Lazy<ServiceModel> model) : ISuite
{
    private static readonly Uri Endpoint = new("http://127.0.0.1:1");

    public string Name => "responses";

    public string Summary => "HTTP response -> output (vectors/responses.jsonl)";

    public bool Recognizes(CaseFile file) => file.BeginsWith("id", "operation", "status", "body_base64", "output");

    public IEnumerable<ConformanceCase> Read(CaseFile file) => file.Documents.Select(json => new ConformanceCase(json.Text("id"), () => RunAsync(json)));

    private async Task<IReadOnlyList<string>> RunAsync(JsonElement json)
    {
        OperationShape operation = model.Value.Operation(json.Text("operation"));
        StructureValue expected = Expected(json, operation);
        WireResponse response = json.Response();
        if (CutShortBody.Find(operation, response) is { } cutShort)
        {
            IReadOnlyList<string> refusal = await CutShortBody.RefusalAsync(() => ReadAsync(operation, response));
            return refusal.Count > 0 ? refusal : ValueComparer.Differences(cutShort.Mend(expected), await ReadAsync(operation, cutShort.Mended));
        }

        return ValueComparer.Differences(expected, await ReadAsync(operation, response));
    }

    private static async Task<StructureValue> ReadAsync(OperationShape operation, WireResponse answer)
    {
        using StubTransport transport = new(answer);
        await using S3Client client = S3Clients.Create(Endpoint, transport);
        object response = await new TypedClient(client, S3Clients.Types).InvokeAsync(operation, MessageSynthesizer.MinimalInput(operation));
        using (response as IDisposable)
        {
            return await StreamReading.ReadAllAsync(response, operation.Output);
        }
    }

    private static StructureValue Expected(JsonElement json, OperationShape operation)
    {
        StructureValue output = ValueConformer.Conform(JsonValues.ReadStructure(json.GetProperty("output")), operation.Output);
        return json.OptionalText("streaming_member") is { } streamed
            ? output.With(streamed, new BlobValue(json.GetProperty("body_base64").GetBytesFromBase64()))
            : output;
    }
}
