using System.Text;
using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites;

/// <summary>Input → HTTP request, as the client hands it to its transport.</summary>
internal sealed class RequestsSuite(Lazy<ServiceModel> model) : ISuite
{
    private static readonly Uri Endpoint = new("http://127.0.0.1:1");

    /// <summary>Any answer does, as long as no client tries again: the request is what counts.</summary>
    private static readonly WireResponse Answer = new(400, [], Encoding.UTF8.GetBytes("<Error><Code>RequestCaptured</Code></Error>"));

    private static readonly RequestComparer Comparer = new(MayAdd);

    public string Name => "requests";

    public string Summary => "input -> HTTP request (vectors/requests.jsonl)";

    public bool Recognizes(CaseFile file) => file.BeginsWith("id", "operation", "input", "request");

    public IEnumerable<ConformanceCase> Read(CaseFile file) => file.Documents.Select(json => new ConformanceCase(json.Text("id"), () => RunAsync(json)));

    /// <summary>The request that a case expects.</summary>
    public static WireRequest ReadRequest(JsonElement json) => new(
        json.Text("method"),
        json.Text("path"),
        json.Pairs("query"),
        json.Fields("headers").ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal),
        json.GetProperty("body_base64").GetBytesFromBase64());

    private async Task<IReadOnlyList<string>> RunAsync(JsonElement json)
    {
        OperationShape operation = model.Value.Operation(json.Text("operation"));
        StructureValue input = ValueConformer.Conform(JsonValues.ReadStructure(json.GetProperty("input")), operation.Input);
        WireRequest expected = ReadRequest(json.GetProperty("request"));
        if (CustomerKeys.Find(operation, input) is { } keys)
        {
            IReadOnlyList<string> refusal = await keys.RefusalAsync(input, () => SendAsync(operation, input));
            if (refusal.Count > 0)
            {
                return refusal;
            }

            (expected, input) = (keys.Mend(expected), keys.Mend(input));
        }

        if (ContradictoryLength.Find(operation, input) is { } contradiction)
        {
            IReadOnlyList<string> refusal = await contradiction.RefusalAsync(() => SendAsync(operation, input));
            if (refusal.Count > 0)
            {
                return refusal;
            }

            (expected, input) = (contradiction.Mend(expected), contradiction.Mend(input));
        }

        return await SendAsync(operation, input) is { } sent ? Comparer.Differences(operation, expected, sent) : ["nothing was sent"];
    }

    private static async Task<WireRequest?> SendAsync(OperationShape operation, StructureValue input)
    {
        using StubTransport transport = new(Answer);
        await using S3Client client = S3Clients.Create(Endpoint, transport);
        try
        {
            await new TypedClient(client, S3Clients.Types).InvokeAsync(operation, input);
        }
        catch (S3Exception) when (transport.Request is not null)
        {
            // The answer is an error for every operation.
        }

        return transport.Request;
    }

    /// <summary>Of the headers of S3, only those of signing and checksums may be there unasked; others are none of this suite's business.</summary>
    private static bool MayAdd(string header) =>
        !header.StartsWith("x-amz-", StringComparison.Ordinal)
        || header is "x-amz-date" or "x-amz-content-sha256" or "x-amz-security-token"
        || header is "x-amz-sdk-checksum-algorithm" or "x-amz-trailer" or "x-amz-decoded-content-length"
        || header.StartsWith("x-amz-checksum-", StringComparison.Ordinal);
}
