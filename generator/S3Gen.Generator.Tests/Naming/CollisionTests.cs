using Microsoft.CodeAnalysis;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Naming;

/// <summary>Members of a model that generated types, or the types below them, have under the same name already; and cases that have no content.</summary>
public sealed class CollisionTests
{
    private const string Model = """
        {
          "smithy": "2.0",
          "shapes": {
            "odd#Odd": {
              "type": "service", "version": "2026-01-01", "operations": [{ "target": "odd#List" }],
              "traits": { "aws.api#service": { "sdkId": "Odd", "endpointPrefix": "odd" }, "aws.auth#sigv4": { "name": "odd" }, "aws.protocols#restXml": {} }
            },
            "odd#List": {
              "type": "operation", "input": { "target": "odd#ListInput" }, "output": { "target": "odd#ListOutput" }, "errors": [{ "target": "odd#Refused" }],
              "traits": {
                "smithy.api#http": { "method": "POST", "uri": "/list" }, "smithy.api#readonly": {},
                "smithy.api#paginated": { "inputToken": "Token", "outputToken": "Page.Token", "items": "Page.Things" }
              }
            },
            "odd#ListInput": {
              "type": "structure",
              "members": { "Token": { "target": "smithy.api#String" }, "Choice": { "target": "odd#Choice" }, "Sign": { "target": "odd#Sign" } }
            },
            "odd#ListOutput": { "type": "structure", "members": { "Page": { "target": "odd#Page" }, "Choice": { "target": "odd#Choice" } } },
            "odd#Page": { "type": "structure", "members": { "Token": { "target": "smithy.api#String" }, "Things": { "target": "odd#Things" } } },
            "odd#Things": { "type": "map", "key": { "target": "smithy.api#String" }, "value": { "target": "smithy.api#Integer" } },
            "odd#Choice": {
              "type": "union",
              "members": { "Nothing": { "target": "smithy.api#Unit" }, "UnknownMember": { "target": "smithy.api#String" } }
            },
            "odd#Sign": {
              "type": "enum",
              "members": {
                "Empty": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "" } },
                "FromString": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "<>" } },
                "Equals": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "=" } }
              }
            },
            "odd#Refused": {
              "type": "structure", "members": { "Details": { "target": "smithy.api#String" } },
              "traits": { "smithy.api#error": "client" }
            }
          }
        }
        """;

    private static readonly Lazy<GeneratorRun> Run = new(() => GeneratorRun.Of(Model));

    [Test]
    public void Names_that_are_taken_already_compile_without_a_warning()
    {
        Assert.That(Run.Value.Diagnostics, Is.Empty);
        Assert.That(Run.Value.Generated.GetDiagnostics().Where(fault => fault.Severity >= DiagnosticSeverity.Warning), Is.Empty);
    }

    [TestCase("Exceptions/RefusedException", "string? DetailsValue { get; }")]
    [TestCase("Types/Choice", "string? UnknownMemberValue { get; init; }")]
    [TestCase("Types/Choice", "Unit? Nothing { get; init; }")]
    [TestCase("Types/Sign", "Sign FromString_ { get; } = new(\"<>\");")]
    [TestCase("Types/Unit", "sealed partial class Unit")]
    [TestCase("Operations/List", "page.Page?.Things ?? new Dictionary<string, int>())")]
    public void Names_that_are_taken_already_give_way(string file, string expected) =>
        Assert.That(Run.Value.Sources[$"Consumer.OddClient/{file}.g.cs"], Does.Contain(expected));

    [Test]
    public void Values_of_enums_alone_make_no_type_of_no_content() =>
        Assert.That(
            GeneratorRun.Of(Model.Replace("\"Nothing\": { \"target\": \"smithy.api#Unit\" }, ", string.Empty, StringComparison.Ordinal)).Sources.Keys,
            Has.None.EndsWith("Types/Unit.g.cs"));
}
