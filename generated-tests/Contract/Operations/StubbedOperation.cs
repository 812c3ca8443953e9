using S3Gen.ModelCases.TypedValues;

namespace S3Gen.Contract.Tests.Operations;

/// <summary>One call of an operation against a stub that knows the only request it may answer.</summary>
internal sealed class StubbedOperation(StubServer server, OperationShape operation, StructureValue input)
{
    /// <summary>Ids that every response carries.</summary>
    public const string RequestId = "4442587FB7D0A2F9";
    public const string HostId = "eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran";

    private readonly ExpectedRequest _expected = new(operation, ModelOperations.Requests.Build(operation, input));

    public static StubbedOperation Minimal(StubServer server, OperationShape operation) => new(server, operation, MessageSynthesizer.MinimalInput(operation));

    /// <summary>The response as the service would send it, with its ids.</summary>
    public static WireResponse WithIds(WireResponse response) =>
        response with { Headers = [.. response.Headers, new("x-amz-request-id", RequestId), new("x-amz-id-2", HostId)] };

    /// <summary>Calls the operation; the stub gives these answers in turn. Every request that comes has to be the expected one.</summary>
    /// <returns>All that the response holds, its streams read to the end, and the response itself.</returns>
    public async Task<(StructureValue Value, ServiceResponse Response)> CallAsync(params WireResponse[] answers)
    {
        using ReroutingTransport? rerouting = operation.Traits.Has(Traits.Endpoint) ? new ReroutingTransport(server.Port) : null;
        Uri endpoint = rerouting is null ? server.Url : new Uri($"http://localhost:{server.Port}");
        await using S3Client client = S3Clients.Create(endpoint, rerouting, maxRetries: answers.Length - 1);
        try
        {
            return await CallAsync(client, answers);
        }
        finally
        {
            string host = RequestExpectation.HostPrefix(operation, input) + endpoint.Authority;
            Assert.That(server.Requests.Select(request => request.Headers["host"]), Is.EqualTo(Enumerable.Repeat(host, answers.Length)));
        }
    }

    /// <summary>Calls the operation through a client of the test's own, which has to reach the stub. Every request that comes has to be the expected one.</summary>
    public async Task<(StructureValue Value, ServiceResponse Response)> CallAsync(S3Client client, params WireResponse[] answers)
    {
        server.Answer(_expected, answers);
        try
        {
            object response = await new TypedClient(client, S3Clients.Types).InvokeAsync(operation, input);
            StructureValue value = await StreamReading.ReadAllAsync(response, operation.Output);
            (response as IDisposable)?.Dispose();
            return (value, (ServiceResponse)response);
        }
        finally
        {
            Assert.That(server.Requests.SelectMany(_expected.Differences), Is.Empty);
        }
    }

    /// <summary>Calls the operation, which has to fail with an answer of the service.</summary>
    public Task<ServiceException> CallAndFailAsync(params WireResponse[] answers) => FailAsync(CallAsync(answers));

    /// <inheritdoc cref="CallAndFailAsync(WireResponse[])"/>
    public Task<ServiceException> CallAndFailAsync(S3Client client, params WireResponse[] answers) => FailAsync(CallAsync(client, answers));

    private async Task<ServiceException> FailAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (ServiceException exception)
        {
            return exception;
        }

        throw new AssertionException($"{operation.Name} did not fail.");
    }
}
