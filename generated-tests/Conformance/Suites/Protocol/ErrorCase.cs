using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Synthesis;
using S3Gen.ModelCases.TypedValues;
using S3Gen.ModelCases.Values;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites.Protocol;

/// <summary>An HTTP response → the exception of a modeled error, from every operation that lists it.</summary>
internal sealed class ErrorCase(ProtocolService service, ServiceModel model, Shape error, JsonElement json)
{
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        List<string> differences = [];
        OperationShape[] operations = [.. model.Operations.Where(operation => operation.Errors.Contains(error))];
        foreach (OperationShape operation in operations)
        {
            differences.AddRange(await RunAsync(operation));
        }

        return operations.Length > 0 ? differences : ["no operation lists the error"];
    }

    private async Task<IReadOnlyList<string>> RunAsync(OperationShape operation)
    {
        using StubTransport transport = new(CaseValues.Response(json));
        object client = service.Create(ClientSetup.Read(json), transport);
        await using (((IAsyncDisposable)client).ConfigureAwait(false))
        {
            try
            {
                await new TypedClient(client, service.Types).InvokeAsync(operation, MessageSynthesizer.MinimalInput(operation));
            }
            catch (ServiceException exception)
            {
                return Compare(exception);
            }
        }

        return [$"{operation}: no exception was thrown"];
    }

    private List<string> Compare(ServiceException exception)
    {
        List<string> differences = [];
        Differences.Add(differences, "exception", service.Types.Exception(error).Name, exception.GetType().Name);
        Differences.Add(differences, "status", json.GetProperty("code").GetInt32(), (int)exception.StatusCode);
        if (differences.Count == 0)
        {
            differences.AddRange(ValueComparer.Differences(CaseValues.Params(json, error), Read(exception)));
        }

        return differences;
    }

    /// <summary>The members that the error has of its own, and its message, which every exception has.</summary>
    private StructureValue Read(ServiceException exception)
    {
        StructureValue value = TypedReader.ReadDeclared(exception, error);
        Member? message = error.Members.FirstOrDefault(member => member.Name.Equals("message", StringComparison.OrdinalIgnoreCase));
        return message is not null && exception.ServiceMessage is { } text ? value.With(message.Name, new TextValue(text)) : value;
    }
}
