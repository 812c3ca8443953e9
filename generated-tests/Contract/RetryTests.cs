using System.Net;
using S3Gen.Contract.Tests.Operations;
using S3Gen.Contract.Tests.Stubs;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Synthesis;
using S3Gen.ModelCases.Values;

namespace S3Gen.Contract.Tests;

/// <summary>A throttled operation is sent again, the same request with the same body, and succeeds.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class RetryTests : IDisposable
{
    private readonly StubServer _server = new();

    public void Dispose() => _server.Dispose();

    [TestCaseSource(typeof(ModelOperations), nameof(ModelOperations.All))]
    public Task Throttled_operation_is_sent_again_and_succeeds(OperationShape operation) => RetryAfterAsync(operation, HttpStatusCode.ServiceUnavailable);

    [TestCaseSource(typeof(ModelOperations), nameof(ModelOperations.All))]
    public Task Operation_with_too_many_requests_is_sent_again_and_succeeds(OperationShape operation) => RetryAfterAsync(operation, HttpStatusCode.TooManyRequests);

    private async Task RetryAfterAsync(OperationShape operation, HttpStatusCode status)
    {
        StructureValue output = MessageSynthesizer.Output(operation);
        WireResponse throttled = ErrorResponses.Throttled(ModelOperations.Model, operation, status);
        WireResponse success = ModelOperations.Responses.Build(operation, output);
        StubbedOperation stubbed = new(_server, operation, MessageSynthesizer.Input(operation));
        (StructureValue value, _) = await stubbed.CallAsync(throttled, success);
        Assert.That(ValueComparer.Differences(output, value), Is.Empty);
    }
}
