using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Synthesis;
using S3Gen.ModelCases.TypedValues;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites;

/// <summary>HTTP response → exception.</summary>
internal sealed class ErrorsSuite(Lazy<ServiceModel> model) : ISuite
{
    private static readonly Uri Endpoint = new("http://127.0.0.1:1");

    public string Name => "errors";

    public string Summary => "HTTP response -> exception (vectors/errors.jsonl)";

    public bool Recognizes(CaseFile file) => file.BeginsWith("id", "operation", "status", "body_base64", "expected");

    public IEnumerable<ConformanceCase> Read(CaseFile file) => file.Documents.Select(json => new ConformanceCase(json.Text("id"), () => RunAsync(json)));

    private async Task<IReadOnlyList<string>> RunAsync(JsonElement json)
    {
        OperationShape operation = model.Value.Operation(json.Text("operation"));
        using StubTransport transport = new(json.Response());
        await using S3Client client = S3Clients.Create(Endpoint, transport);
        try
        {
            object response = await new TypedClient(client, S3Clients.Types).InvokeAsync(operation, MessageSynthesizer.MinimalInput(operation));
            await StreamReading.ReadAllAsync(response, operation.Output);
        }
        catch (ServiceException exception)
        {
            return Compare(json.GetProperty("expected"), exception);
        }

        return ["no exception was thrown"];
    }

    private List<string> Compare(JsonElement expected, ServiceException exception)
    {
        Type type = expected.OptionalText("modeled") is { } modeled
            ? S3Clients.Types.Exception(model.Value.Errors.Single(error => error.Name == modeled))
            : typeof(S3Exception);
        List<string> differences = [];
        Differences.Add(differences, "exception", type.Name, exception.GetType().Name);
        Differences.Add(differences, "code", expected.OptionalText("code"), exception.ErrorCode);
        Differences.Add(differences, "message", expected.OptionalText("message"), exception.ServiceMessage);
        Differences.Add(differences, "requestId", expected.OptionalText("requestId"), exception.RequestId);
        Differences.Add(differences, "hostId", expected.OptionalText("hostId"), exception.HostId);
        Differences.Add(differences, "status", expected.GetProperty("status").GetInt32(), (int)exception.StatusCode);
        Differences.Add(differences, "malformed", expected.GetProperty("malformed").GetBoolean(), exception.IsMalformedResponse);
        return differences;
    }
}
