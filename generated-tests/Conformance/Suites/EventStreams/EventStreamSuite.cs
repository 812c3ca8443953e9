using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.TypedValues;
using S3Gen.ModelCases.Values;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites.EventStreams;

/// <summary>Stream of SelectObjectContent → events, and the exception that it ends in.</summary>
internal sealed class EventStreamSuite(Lazy<ServiceModel> model) : ISuite
{
    private static readonly Uri Endpoint = new("http://127.0.0.1:1");

    private static readonly SelectObjectContentRequest Request = new()
    {
        Bucket = "bucket",
        Key = "key",
        Expression = "SELECT * FROM S3Object",
        ExpressionType = ExpressionType.Sql,
        InputSerialization = new InputSerialization { CSV = new CSVInput() },
        OutputSerialization = new OutputSerialization { CSV = new CSVOutput() },
    };

    public string Name => "eventstream";

    public string Summary => "stream of SelectObjectContent -> events (vectors/eventstream.jsonl)";

    public bool Recognizes(CaseFile file) => file.BeginsWith("id", "stream_base64", "chunk_sizes", "events", "error");

    public IEnumerable<ConformanceCase> Read(CaseFile file) => file.Documents.Select(json => new ConformanceCase(json.Text("id"), () => RunAsync(json)));

    private async Task<IReadOnlyList<string>> RunAsync(JsonElement json)
    {
        Shape union = model.Value.Operation("SelectObjectContent").Output.Members.Single(member => member.Target.IsEventStream).Target;
        List<StructureValue> events = [];
        ServiceException? failure = await ReadAsync(json, union, events);
        List<string> differences = [];
        StructureValue[] expected = [.. json.GetProperty("events").EnumerateArray().Select(item => ReadEvent(item, union))];
        Differences.Add(differences, "number of events", expected.Length, events.Count);
        foreach ((StructureValue due, StructureValue found) in expected.Zip(events))
        {
            differences.AddRange(ValueComparer.Differences(due, found));
        }

        CompareFailure(json.GetProperty("error"), failure, differences);
        return differences;
    }

    /// <summary>Reads events until the stream ends, or fails.</summary>
    private static async Task<ServiceException?> ReadAsync(JsonElement json, Shape union, List<StructureValue> events)
    {
        JsonElement sizes = json.GetProperty("chunk_sizes");
        await using PieceStream body = new(
            json.GetProperty("stream_base64").GetBytesFromBase64(),
            sizes.ValueKind == JsonValueKind.Array ? [.. sizes.EnumerateArray().Select(size => size.GetInt32())] : []);
        await using PieceTransport transport = new(body);
        await using S3Client client = S3Clients.Create(Endpoint, transport);
        using SelectObjectContentResponse response = await client.SelectObjectContentAsync(Request);
        try
        {
            await foreach (SelectObjectContentEventStream item in response.Payload)
            {
                events.Add(TypedReader.Read(item, union));
            }
        }
        catch (ServiceException exception)
        {
            return exception;
        }

        return null;
    }

    private static StructureValue ReadEvent(JsonElement json, Shape union)
    {
        StructureValue value = JsonValues.ReadStructure(json);
        return value["$unknown"] is null ? ValueConformer.Conform(value, union) : value;
    }

    private static void CompareFailure(JsonElement expected, ServiceException? failure, List<string> differences)
    {
        bool isExpected = expected.ValueKind == JsonValueKind.Object;
        bool isReported = isExpected && expected.TryGetProperty("code", out _);
        bool isIncomplete = isExpected && expected.TryGetProperty("incomplete", out _);
        Differences.Add(differences, "failure", isExpected, failure is not null);
        if (failure is null || !isExpected)
        {
            return;
        }

        Differences.Add(differences, "malformed", !isReported, failure.IsMalformedResponse);
        Differences.Add(differences, "incomplete", isIncomplete, !isReported && failure.Message.Contains("incomplete", StringComparison.Ordinal));
        if (isReported)
        {
            Differences.Add(differences, "code", expected.OptionalText("code"), failure.ErrorCode);
            Differences.Add(differences, "message", expected.OptionalText("message"), failure.ServiceMessage);
        }
    }
}
