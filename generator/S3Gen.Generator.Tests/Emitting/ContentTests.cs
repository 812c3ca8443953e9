using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Emitting;

/// <summary>What models say of the content of responses reaches the operations.</summary>
public sealed class ContentTests
{
    private const string Model = """
        {
          "smithy": "2.0",
          "shapes": {
            "tape#Tape": {
              "type": "service", "version": "2026-01-01", "operations": [{ "target": "tape#Play" }],
              "traits": {
                "aws.api#service": { "sdkId": "Tape", "endpointPrefix": "tape" }, "aws.auth#sigv4": { "name": "tape" },
                "aws.protocols#restXml": {}
              }
            },
            "tape#Play": {
              "type": "operation", "input": { "target": "tape#PlayInput" }, "output": { "target": "tape#PlayOutput" },
              "traits": {
                "aws.protocols#httpChecksum": { "requestValidationModeMember": "Check", "responseAlgorithms": ["SHA256", "CRC32"] },
                "smithy.api#http": { "method": "GET", "uri": "/play" }
              }
            },
            "tape#PlayInput": {
              "type": "structure",
              "members": {
                "Check": { "target": "smithy.api#String", "traits": { "smithy.api#httpHeader": "X-Check-Mode" } },
                "From": { "target": "smithy.api#String", "traits": { "smithy.api#httpHeader": "range" } },
                "Same": { "target": "smithy.api#String", "traits": { "smithy.api#httpHeader": "If-Match" } }
              }
            },
            "tape#PlayOutput": {
              "type": "structure",
              "members": {
                "Sound": { "target": "tape#Sound", "traits": { "smithy.api#httpPayload": {} } },
                "Tag": { "target": "smithy.api#String", "traits": { "smithy.api#httpHeader": "ETag" } }
              }
            },
            "tape#Sound": { "type": "blob", "traits": { "smithy.api#streaming": {} } }
          }
        }
        """;

    [Test]
    public void Operation_with_ranges_conditions_and_tags_has_a_body_that_can_be_resumed() =>
        Assert.That(Operation(Model), Does.Contain("ResponseBody => ResponseBodyKind.ResumableStream;"));

    [TestCase("\"range\"", "\"x-from\"")]
    [TestCase("\"If-Match\"", "\"x-same\"")]
    [TestCase("\"ETag\"", "\"x-tag\"")]
    [TestCase("\"GET\"", "\"POST\"")]
    public void Operation_that_lacks_one_of_them_has_not(string has, string hasNot) =>
        Assert.That(Operation(Model.Replace(has, hasNot, StringComparison.Ordinal)), Does.Contain("ResponseBody => ResponseBodyKind.Stream;"));

    [Test]
    public void Checksums_of_responses_keep_the_order_of_the_model_and_the_header_that_asks_for_them() =>
        Assert.That(Operation(Model), Does.Contain("ResponseValidation Validation { get; } = new(\"x-check-mode\", \"SHA256\", \"CRC32\");"));

    [TestCase("\"requestValidationModeMember\": \"Check\", ", "")]
    [TestCase("[\"SHA256\", \"CRC32\"]", "[]")]
    public void Trait_that_does_not_say_how_to_ask_or_what_for_means_nothing(string has, string hasNot) =>
        Assert.That(Operation(Model.Replace(has, hasNot, StringComparison.Ordinal)), Does.Not.Contain("ResponseValidation"));

    private static string Operation(string model)
    {
        GeneratorRun run = GeneratorRun.Of(model);
        Assert.That(run.Diagnostics, Is.Empty);
        return run.Sources.Single(static source => source.Key.Contains("Play", StringComparison.Ordinal)).Value;
    }
}
