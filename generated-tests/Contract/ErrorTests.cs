using System.Net;
using S3Gen.ModelCases.TypedValues;

namespace S3Gen.Contract.Tests;

/// <summary>Errors of the model are exceptions of their own, others are of the service's; all carry what the service said.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ErrorTests : IDisposable
{
    private readonly StubServer _server = new();

    private static IEnumerable<TestCaseData> ModeledErrors =>
        from operation in ModelOperations.Model.Operations
        from error in operation.Errors
        select ModelOperations.Case($"{operation.Name} {error.Name}", operation, error);

    public void Dispose() => _server.Dispose();

    [TestCaseSource(nameof(ModeledErrors))]
    public async Task Modeled_error_of_an_operation_is_its_exception(OperationShape operation, Shape error)
    {
        StructureValue members = new ValueSynthesizer().Full(error);
        ServiceException exception = await FailAsync(operation, ErrorResponses.Modeled(ModelOperations.Model, operation, error, members));
        Assert.That(exception, Is.TypeOf(S3Clients.Types.Exception(error)));
        AssertFacts(exception, operation, ErrorResponses.StatusOf(error), error.Name);
        StructureValue typed = TypedReader.ReadDeclared(exception, error);
        Assert.That(ValueComparer.Differences(new StructureValue([.. members.Members.Where(member => typed[member.Key] is not null)]), typed), Is.Empty);
    }

    [TestCaseSource(typeof(ModelOperations), nameof(ModelOperations.All))]
    public async Task Error_that_the_model_does_not_know_is_the_services_exception(OperationShape operation)
    {
        ServiceException exception = await FailAsync(operation, ErrorResponses.Unknown(ModelOperations.Model, operation));
        Assert.That(exception, Is.TypeOf<S3Exception>());
        AssertFacts(exception, operation, HttpStatusCode.Forbidden, operation.Method == "HEAD" ? "Forbidden" : ErrorResponses.UnknownCode);
    }

    [TestCaseSource(typeof(ModelOperations), nameof(ModelOperations.AnsweredWithDocuments))]
    public async Task Error_inside_a_success_is_the_services_exception(OperationShape operation)
    {
        ServiceException exception = await FailAsync(operation, ErrorResponses.Unknown(ModelOperations.Model, operation) with { Status = 200 });
        AssertFacts(exception, operation, HttpStatusCode.OK, ErrorResponses.UnknownCode);
    }

    private Task<ServiceException> FailAsync(OperationShape operation, ModelCases.Http.WireResponse response) =>
        StubbedOperation.Minimal(_server, operation).CallAndFailAsync(StubbedOperation.WithIds(response));

    private static void AssertFacts(ServiceException exception, OperationShape operation, HttpStatusCode status, string code)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.StatusCode, Is.EqualTo(status));
            Assert.That(exception.ErrorCode, Is.EqualTo(code));
            Assert.That(exception.ServiceMessage, Is.EqualTo(operation.Method == "HEAD" ? null : ErrorResponses.Message));
            Assert.That(exception.RequestId, Is.EqualTo(StubbedOperation.RequestId));
            Assert.That(exception.HostId, Is.EqualTo(StubbedOperation.HostId));
            Assert.That(exception.OperationName, Is.EqualTo(operation.Name));
            Assert.That(exception.AttemptCount, Is.EqualTo(1));
            Assert.That(exception.IsMalformedResponse, Is.False);
        }
    }
}
