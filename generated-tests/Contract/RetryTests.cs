using System.Net;

namespace S3Gen.Contract.Tests;

/// <summary>A throttled operation is sent again, the same request with the same body, and succeeds unless the service never lets it through.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class RetryTests : IDisposable
{
    private readonly StubServer _server = new();

    private static IEnumerable<TestCaseData> Throttled =>
        from operation in ModelOperations.Model.Operations
        from status in ModelOperations.InTurn(operation, HttpStatusCode.ServiceUnavailable, HttpStatusCode.TooManyRequests)
        select ModelOperations.Case($"{operation.Name} {status}", operation, status);

    public void Dispose() => _server.Dispose();

    [TestCaseSource(nameof(Throttled))]
    public async Task Throttled_operation_is_sent_again_and_succeeds(OperationShape operation, HttpStatusCode status)
    {
        StructureValue output = MessageSynthesizer.Output(operation);
        WireResponse throttled = ErrorResponses.Throttled(ModelOperations.Model, operation, status);
        WireResponse success = ModelOperations.Responses.Build(operation, output);
        StubbedOperation stubbed = new(_server, operation, MessageSynthesizer.Input(operation));
        (StructureValue value, _) = await stubbed.CallAsync(throttled, success);
        Assert.That(ValueComparer.Differences(output, value), Is.Empty);
    }

    [TestCaseSource(typeof(ModelOperations), nameof(ModelOperations.All))]
    public async Task Operation_that_is_throttled_to_the_end_fails_with_what_the_service_said_last(OperationShape operation)
    {
        WireResponse throttled = StubbedOperation.WithIds(ErrorResponses.Throttled(ModelOperations.Model, operation));

        ServiceException exception = await StubbedOperation.Minimal(_server, operation).CallAndFailAsync(throttled, throttled, throttled);

        Assert.That(
            (exception.StatusCode, exception.ErrorCode, exception.AttemptCount, exception.RequestId),
            Is.EqualTo((HttpStatusCode.ServiceUnavailable, operation.Method == "HEAD" ? "ServiceUnavailable" : "SlowDown", 3, StubbedOperation.RequestId)));
    }
}
