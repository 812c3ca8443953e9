using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Rules;

/// <summary>The model of S3 has its endpoint rules in two forms. Compiled, they decide alike.</summary>
public sealed class TreeAndDiagramTests
{
    private const string Data = "generated-tests/Conformance/Data/endpoint-tests/s3-endpoint-tests.json";

    private static readonly Lazy<CompiledRules> Tree = new(() => Without("smithy.rules#endpointBdd"));
    private static readonly Lazy<CompiledRules> Diagram = new(() => Without("smithy.rules#endpointRuleSet"));

    private static readonly string?[] Regions = [null, "us-east-1", "eu-west-1", "cn-north-1", "aws-global", "us-iso-east-1", "a b", "", "us.east"];

    private static readonly string?[] Endpoints =
        [null, null, null, "https://example.com", "http://example.com/path", "https://10.0.0.1:9000", "https://beta.example.com/"];

    private static readonly string?[] Buckets =
    [
        null, "bucket", "my.bucket", "Bucket", "bucket!", "1.2.3.4", "a", "bucket--usw2-az1--x-s3", "bucket--test-ab1--x-s3", "bucket--x-s3", "--x-s3",
        "point--usw2-az1--xa-s3", "point--test--xa-s3", "test-accessp-o0b1d075431d83bebde8xz5w8ijx1qzlbp3i3kuse10--op-s3",
        "test-accessp-e0b1d075431d83bebde8xz5w8ijx1qzlbp3i3kuse10--op-s3", "x--op-s3",
        "arn:aws:s3:us-east-1:123456789012:accesspoint:point", "arn:aws:s3:us-west-2:123456789012:accesspoint/point/extra", "arn:aws:s3::123456789012:accesspoint:mrap.alias",
        "arn:aws:s3-outposts:us-east-1:123456789012:outpost:op-1:accesspoint:point", "arn:aws:s3-outposts:us-east-1:123456789012:outpost", "arn:aws:s3-outposts:us-east-1::outpost:op/1:accesspoint:p",
        "arn:aws:s3-object-lambda:us-east-1:123456789012:accesspoint/point", "arn:aws:s3-object-lambda::123456789012:accesspoint/point", "arn:aws-cn:s3:cn-north-1:123456789012:accesspoint:point",
        "arn:aws:s3:us-east-1:123456789012:thing", "arn:aws:s3:us-east-1::accesspoint:point", "arn:aws:sqs:us-east-1:123456789012:accesspoint:point", "arn:aws:s3", "arn:", "arn:aws:s3:u/s:1:accesspoint:x",
    ];

    private static readonly Gen<bool> Rarely = Gen.Int[0, 3].Select(number => number == 0);
    private static readonly Gen<bool?> Perhaps = Gen.Int[0, 5].Select(number => number switch { 0 => true, 1 => (bool?)false, _ => null });

    [Test]
    public void They_decide_alike_and_as_expected_in_the_published_cases()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Models.Root, Data)));
        foreach (JsonElement current in document.RootElement.GetProperty("testCases").EnumerateArray())
        {
            (string, object?)[] parameters = [.. current.GetProperty("params").EnumerateObject().Select(parameter => (parameter.Name, Value(parameter.Value)))];
            JsonElement expect = current.GetProperty("expect");
            string expected = expect.TryGetProperty("error", out JsonElement error) ? error.GetString()! : expect.GetProperty("endpoint").GetProperty("url").GetString()! + " ";

            string decided = Tree.Value.Describe(parameters);

            Assert.That(decided, Does.StartWith(expected));
            Assert.That(Diagram.Value.Describe(parameters), Is.EqualTo(decided));
        }
    }

    [Test]
    public void They_decide_alike_whatever_the_parameters() =>
        Gen.Select(AnyOf(Regions), AnyOf(Endpoints), AnyOf(Buckets), Rarely.Array[6], Perhaps.Array[5]).Sample(
            static (region, endpoint, bucket, required, optional) =>
            {
                // The published diagram wants a session with a bucket even where there is none.
                if (bucket is null && endpoint is not null && optional[3] is true)
                {
                    return;
                }

                (string, object?)[] parameters =
                [
                    ("Region", region), ("Endpoint", endpoint), ("Bucket", bucket),
                    ("UseFIPS", required[0]), ("UseDualStack", required[1]), ("ForcePathStyle", required[2]), ("Accelerate", required[3]),
                    ("UseGlobalEndpoint", required[4]), ("DisableMultiRegionAccessPoints", required[5]),
                    ("UseObjectLambdaEndpoint", optional[0]), ("DisableAccessPoints", optional[1]), ("UseArnRegion", optional[2]),
                    ("UseS3ExpressControlEndpoint", optional[3]), ("DisableS3ExpressSessionAuth", optional[4]),
                ];

                Assert.That(Diagram.Value.Describe(parameters), Is.EqualTo(Tree.Value.Describe(parameters)), string.Join(' ', parameters));
            },
            iter: 20_000);

    private static Gen<string?> AnyOf(string?[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => json.GetString(),
    };

    private static CompiledRules Without(string trait)
    {
        JsonNode model = JsonNode.Parse(Models.S3)!;
        Assert.That(model["shapes"]!["com.amazonaws.s3#AmazonS3"]!["traits"]!.AsObject().Remove(trait));
        return CompiledRules.Of(model.ToJsonString(), ("Operations", "HeadBucket"));
    }
}
