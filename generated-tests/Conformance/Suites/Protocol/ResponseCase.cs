using System.Text.Json;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Synthesis;
using S3Gen.ModelCases.TypedValues;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites.Protocol;

/// <summary>An HTTP response → the output.</summary>
internal sealed class ResponseCase(ProtocolService service, OperationShape operation, JsonElement json)
{
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        using StubTransport transport = new(CaseValues.Response(json));
        object client = service.Create(ClientSetup.Read(json), transport);
        await using (((IAsyncDisposable)client).ConfigureAwait(false))
        {
            object response = await new TypedClient(client, service.Types).InvokeAsync(operation, MessageSynthesizer.MinimalInput(operation));
            using (response as IDisposable)
            {
                StructureValue output = await StreamReading.ReadAllAsync(response, operation.Output);
                return ValueComparer.Differences(CaseValues.Params(json, operation.Output), output);
            }
        }
    }
}
