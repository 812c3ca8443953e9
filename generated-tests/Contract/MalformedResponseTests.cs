namespace S3Gen.Contract.Tests;

/// <summary>An answer that is not what the model says is an exception that says so, and never a partial response.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class MalformedResponseTests : IDisposable
{
    private readonly StubServer _server = new();

    private static IEnumerable<TestCaseData> Malformed =>
        from operation in ModelOperations.Model.Operations
        from malformed in MalformedResponses.Of(operation, ModelOperations.Responses.Build(operation, MessageSynthesizer.Output(operation)))
        select ModelOperations.Case($"{operation.Name} {malformed.What}", operation, malformed.Response);

    public void Dispose() => _server.Dispose();

    [TestCaseSource(nameof(Malformed))]
    public async Task Malformed_response_is_an_exception_that_says_so(OperationShape operation, WireResponse response)
    {
        ServiceException exception = await StubbedOperation.Minimal(_server, operation).CallAndFailAsync(StubbedOperation.WithIds(response));
        Assert.That(exception, Is.TypeOf<S3Exception>());
        Assert.That(
            (exception.IsMalformedResponse, (int)exception.StatusCode, exception.RequestId, exception.HostId),
            Is.EqualTo((true, response.Status, StubbedOperation.RequestId, StubbedOperation.HostId)));
    }

    [Test]
    public void Every_operation_has_a_malformed_response()
    {
        IEnumerable<OperationShape> covered = Malformed.Select(test => (OperationShape)test.Arguments[0]!);
        OperationShape[] without = [.. ModelOperations.Model.Operations.Except(covered)];
        Assert.That(without, Is.Empty);
    }
}
