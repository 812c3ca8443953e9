using System.Text.Json;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Tests;

/// <summary>
/// The requests that the tests themselves derive from the model are those of an independent implementation: what contract tests
/// expect is right, whatever the client does.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class ModelExpectationTests
{
    private static readonly ServiceModel Model = ModelFiles.LoadS3();

    private static IEnumerable<TestCaseData> Cases =>
        File.ReadLines(VisibleData.PathOf("vectors/requests.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(json => new TestCaseData(json).SetArgDisplayNames(json.GetProperty("id").GetString()!));

    [TestCaseSource(nameof(Cases))]
    public void Expected_request_is_that_of_botocore(JsonElement json)
    {
        OperationShape operation = Model.Operation(json.GetProperty("operation").GetString()!);
        StructureValue input = ValueConformer.Conform(JsonValues.ReadStructure(json.GetProperty("input")), operation.Input);
        WireRequest derived = new RequestExpectation(Model).Build(operation, input);
        WireRequest expected = Suites.RequestsSuite.ReadRequest(json.GetProperty("request"));
        Assert.That(new RequestComparer(header => header is "content-type").Differences(operation, expected, derived), Is.Empty);
    }
}
