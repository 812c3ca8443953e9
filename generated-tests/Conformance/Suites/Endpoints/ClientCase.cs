using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Synthesis;
using S3Gen.ModelCases.Values;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites.Endpoints;

/// <summary>
/// An operation of a client that is set up by built-ins: where its request really goes, what it is signed for, or the error before
/// anything is sent. Members that the client requires and the case leaves out are filled in, unless the rules read them.
/// </summary>
internal sealed class ClientCase(EndpointService service, JsonElement json, Expectation expected)
{
    private readonly OperationShape _operation = service.Model.Operation(json.Text("operationName"));

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        StructureValue input = Input();
        using RecordingTransport transport = new();
        ClientOptions options = ClientConfiguration.Create(service, json, transport);
        try
        {
            object client = Activator.CreateInstance(service.Client, options)!;
            await using IAsyncDisposable owned = (IAsyncDisposable)client;
            await new TypedClient(client, service.Types).InvokeAsync(_operation, input);
        }
        catch (ServiceException) when (transport.Request is not null)
        {
            // The answer is an error for every operation.
        }
        catch (ArgumentException refusal)
        {
            return transport.Request is null && RefusedBucket.Find(service, _operation, input, refusal) is { } bucket
                ? bucket.Compare(options, expected)
                : Refused(refusal, transport, input);
        }

        return transport.Request is not { } sent ? ["nothing was sent"]
            : expected.Error is { } due ? [$"expected the error '{due}', sent to {sent.Uri}"]
            : new SentComparer(_operation, input, expected).Differences(sent);
    }

    private StructureValue Input()
    {
        StructureValue given = json.TryGetProperty("operationParams", out JsonElement parameters)
            ? ValueConformer.Conform(JsonValues.ReadStructure(parameters), _operation.Input)
            : StructureValue.Empty;
        foreach ((string name, Value value) in MessageSynthesizer.MinimalInput(_operation).Members)
        {
            if (given[name] is null && !_operation.Input.FindMember(name)!.Traits.Has(Traits.ContextParam))
            {
                given = given.With(name, value);
            }
        }

        return given;
    }

    /// <summary>The rule's own words; of a required member that is not there the client speaks first, by its name.</summary>
    private List<string> Refused(ArgumentException refusal, RecordingTransport transport, StructureValue input)
    {
        List<string> differences = [];
        bool isMissing = _operation.Input.Members.Any(member => member.Traits.Has(Traits.Required) && input[member.Name] is null
            && refusal.Message.Contains($"Request.{member.Name}", StringComparison.Ordinal));
        if (!isMissing || expected.Error is null)
        {
            Differences.Add(differences, "error", expected.Error, refusal.Message);
        }

        if (transport.Request is not null)
        {
            differences.Add("a request was sent before the error");
        }

        return differences;
    }
}
