using System.Net;

namespace S3Gen.Contract.Tests;

/// <summary>A bucket that is elsewhere is found there, by the region that the answer names and never by the place that it names.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class RegionTests : IDisposable
{
    private const string Asked = AwsStub.Region;
    private const string Right = "eu-central-1";

    private readonly AwsStub _aws = new();

    private static IEnumerable<TestCaseData> Corrected =>
        from operation in ModelOperations.Model.Operations.Where(HasBucket)
        from answer in ModelOperations.InTurn(operation, Answers(operation, Right))
        select ModelOperations.Case($"{operation.Name} {answer.What}", operation, answer.Response);

    private static IEnumerable<TestCaseData> WithBucket => ModelOperations.Model.Operations.Where(HasBucket).Select(operation => ModelOperations.Case(operation.Name, operation));

    private static IEnumerable<TestCaseData> WithoutBucket => ModelOperations.Model.Operations.Where(operation => !HasBucket(operation)).Select(operation => ModelOperations.Case(operation.Name, operation));

    public void Dispose() => _aws.Dispose();

    [TestCaseSource(nameof(Corrected))]
    public async Task Bucket_in_another_region_gets_the_same_request_there(OperationShape operation, WireResponse refusal)
    {
        StructureValue output = MessageSynthesizer.Output(operation);
        StubbedOperation stubbed = new(_aws.Server, operation, PlainBucket(operation, MessageSynthesizer.Input(operation)));
        await using S3Client client = _aws.Client(DateTimeOffset.UnixEpoch);

        (StructureValue value, _) = await stubbed.CallAsync(client, refusal, ModelOperations.Responses.Build(operation, output));

        Assert.That(ValueComparer.Differences(output, value), Is.Empty);
        AssertSentTo(Asked, Right);
    }

    [TestCaseSource(nameof(WithBucket))]
    public async Task Region_that_sends_on_in_its_turn_is_the_end(OperationShape operation)
    {
        StubbedOperation stubbed = new(_aws.Server, operation, PlainBucket(operation, MessageSynthesizer.MinimalInput(operation)));
        await using S3Client client = _aws.Client(DateTimeOffset.UnixEpoch);

        ServiceException exception = await stubbed.CallAndFailAsync(client, Redirect(operation, Right), Redirect(operation, "ap-south-1"));

        Assert.That((exception.StatusCode, exception.AttemptCount), Is.EqualTo((HttpStatusCode.MovedPermanently, 2)));
        AssertSentTo(Asked, Right);
    }

    [TestCaseSource(nameof(WithoutBucket))]
    public async Task Redirect_of_what_has_no_bucket_is_an_error_at_once(OperationShape operation)
    {
        await using S3Client client = _aws.Client(DateTimeOffset.UnixEpoch);

        ServiceException exception = await StubbedOperation.Minimal(_aws.Server, operation).CallAndFailAsync(client, Redirect(operation, Right));

        Assert.That((exception.StatusCode, exception.AttemptCount), Is.EqualTo((HttpStatusCode.MovedPermanently, 1)));
        Assert.That(_aws.Server.Requests, Has.Count.EqualTo(1));
    }

    private static bool HasBucket(OperationShape operation) => BucketOf(operation) is not null;

    private static Member? BucketOf(OperationShape operation) =>
        operation.Input.Members.FirstOrDefault(member => member.Traits.Field(Traits.ContextParam, "name")?.GetString() == "Bucket");

    private static StructureValue PlainBucket(OperationShape operation, StructureValue input) => input.With(BucketOf(operation)!.Name, new TextValue("plain-bucket"));

    private static IReadOnlyList<(string What, WireResponse Response)> Answers(OperationShape operation, string region) =>
    [
        ("moved permanently", Redirect(operation, region)),
        ("moved for now", ErrorResponses.Redirect(ModelOperations.Model, operation, HttpStatusCode.TemporaryRedirect, region)),
        ("signed for another region", ErrorResponses.WrongRegion(ModelOperations.Model, operation, region)),
    ];

    private static WireResponse Redirect(OperationShape operation, string region) =>
        ErrorResponses.Redirect(ModelOperations.Model, operation, HttpStatusCode.MovedPermanently, region);

    private void AssertSentTo(params string[] regions)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_aws.Server.Requests.Select(request => request.Headers["host"]), Is.EqualTo(regions.Select(region => $"s3.{region}.amazonaws.com")));
            Assert.That(_aws.Server.Requests.Select(SignedRegion), Is.EqualTo(regions));
        }
    }

    private static string SignedRegion(WireRequest request) => request.Headers["authorization"].Split("Credential=")[1].Split('/')[2];
}
