using System.Text.Json;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites.Protocol;

/// <summary>A given input → the HTTP request.</summary>
internal sealed class RequestCase(ProtocolService service, OperationShape operation, JsonElement json)
{
    /// <summary>Any answer does: the request is what counts.</summary>
    private static readonly WireResponse Answer = new(400, [], default);

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        using StubTransport transport = new(Answer);
        object client = service.Create(ClientSetup.Read(json), transport);
        await using (((IAsyncDisposable)client).ConfigureAwait(false))
        {
            try
            {
                await new TypedClient(client, service.Types).InvokeAsync(operation, CaseValues.Params(json, operation.Input));
            }
            catch (ServiceException) when (transport.Request is not null)
            {
                // The answer is an error for every operation.
            }
        }

        return transport.Request is { } sent ? new ProtocolRequestComparer(operation, json).Differences(sent, transport.RequestUri!) : ["nothing was sent"];
    }
}
