using System.Net;

namespace S3Gen.Contract.Tests;

/// <summary>A client whose clock the service refuses signs by the service's clock.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ClockTests : IDisposable
{
    private const string Early = "20260101T120000Z";
    private const string Late = "20260101T140000Z";

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Service = Now.AddHours(2);

    private readonly AwsStub _aws = new();

    public void Dispose() => _aws.Dispose();

    [TestCaseSource(typeof(ModelOperations), nameof(ModelOperations.All))]
    public async Task Operation_that_was_signed_with_a_wrong_time_is_signed_with_the_services_and_so_are_those_after_it(OperationShape operation)
    {
        StructureValue output = MessageSynthesizer.Output(operation);
        WireResponse success = ModelOperations.Responses.Build(operation, output);
        StubbedOperation stubbed = StubbedOperation.Minimal(_aws.Server, operation);
        await using S3Client client = _aws.Client(Now);

        (StructureValue value, _) = await stubbed.CallAsync(client, Refusal(operation), success);
        Assert.That(ValueComparer.Differences(output, value), Is.Empty);
        Assert.That(Times, Is.EqualTo(new[] { Early, Late }));

        await stubbed.CallAsync(client, success);
        Assert.That(Times, Is.EqualTo(new[] { Late }));
    }

    [TestCaseSource(typeof(ModelOperations), nameof(ModelOperations.All))]
    public async Task Service_that_refuses_its_own_time_is_the_end(OperationShape operation)
    {
        await using S3Client client = _aws.Client(Now);

        ServiceException exception = await StubbedOperation.Minimal(_aws.Server, operation).CallAndFailAsync(client, Refusal(operation), Refusal(operation));

        Assert.That((exception.StatusCode, exception.AttemptCount), Is.EqualTo((HttpStatusCode.Forbidden, 2)));
        Assert.That(Times, Is.EqualTo(new[] { Early, Late }));
    }

    private static WireResponse Refusal(OperationShape operation) => ErrorResponses.WrongTime(ModelOperations.Model, operation, Service);

    private IEnumerable<string> Times => _aws.Server.Requests.Select(request => request.Headers["x-amz-date"]);
}
