using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Rules;

/// <summary>Faulty rules are diagnostics at the line and column of the fault, and generate nothing.</summary>
public sealed class RuleDiagnosticTests
{
    [TestCase("""{ "fn": "frobnicate", "argv": [] }""", "\"fn\": \"frobnicate\"", "'frobnicate' is unknown")]
    [TestCase("""{ "fn": "not", "argv": [{ "ref": "Name" }] }""", "{ \"ref\": \"Name\" }", "a boolean is expected here, and this is a text")]
    [TestCase("""{ "fn": "isSet", "argv": [{ "ref": "Gone" }] }""", "\"ref\": \"Gone\"", "'Gone' is neither a parameter nor assigned")]
    [TestCase("""{ "fn": "stringEquals", "argv": [{ "ref": "Name" }] }""", "{ \"fn\": \"stringEquals\"", "takes 2 arguments, and there are 1")]
    [TestCase("""{ "fn": "getAttr", "argv": [{ "fn": "parseURL", "argv": ["x"] }, "port"] }""", "\"port\"", "a URL has no part 'port'")]
    [TestCase("""{ "fn": "getAttr", "argv": [{ "ref": "Name" }, "[0]"] }""", "\"[0]\"", "does not name an element of a text")]
    [TestCase("""{ "fn": "stringEquals", "argv": ["{Name", "x"] }""", "\"{Name\"", "has no other")]
    [TestCase("""{ "fn": "stringEquals", "argv": ["{Flag}", "x"] }""", "\"{Flag}\"", "'Flag' is not a text")]
    [TestCase("""{ "fn": "coalesce", "argv": ["a", true] }""", "true]", "a text is expected here, and this is a boolean")]
    [TestCase("""{ "fn": "substring", "argv": ["a", 0, 1.5, true] }""", "1.5", "an integer, a reference or a function is expected")]
    public void Faulty_condition_is_reported_at_its_place(string condition, string at, string reason)
    {
        string model = RulesModel.WithUrl("\"https://x\"", $"[\n  {condition}\n]");

        ExpectAt(model, "S3GEN017", model.IndexOf(at, model.IndexOf("\"conditions\"", StringComparison.Ordinal), StringComparison.Ordinal), reason);
    }

    [TestCase("""{ "N": { "type": "integer" } }""", "\"type\": \"integer\"", "a 'string', a 'boolean' or a 'stringArray'")]
    [TestCase("""{ "N": { "type": "string", "builtIn": "Sun::Spots" } }""", "\"builtIn\"", "'Sun::Spots' is unknown")]
    [TestCase("""{ "N": { "type": "string", "default": true } }""", "\"default\"", "does not have the parameter's type")]
    public void Faulty_parameter_is_reported_at_its_place(string parameters, string at, string reason)
    {
        string model = RulesModel.WithTree(parameters, """[{ "type": "error", "conditions": [], "error": "x" }]""");

        ExpectAt(model, "S3GEN017", model.IndexOf(at, model.IndexOf("smithy.rules", StringComparison.Ordinal), StringComparison.Ordinal), reason);
    }

    [Test]
    public void All_faults_are_reported()
    {
        string model = RulesModel.WithTree("""{ "N": { "type": "integer" } }""", """[{ "type": "leaf", "conditions": [{ "fn": "x", "argv": [] }] }]""");

        Assert.That(GeneratorRun.Of(model).Diagnostics.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { "S3GEN017", "S3GEN017", "S3GEN017" }));
    }

    [TestCase("\"smithy.rules#contextParam\": { \"name\": \"Nobody\" }", "which the service's rules do not declare")]
    [TestCase("\"smithy.rules#contextParam\": { \"name\": \"Flag\" }", "does not have the type of the endpoint parameter 'Flag'")]
    public void Member_that_is_bound_wrongly_is_reported_at_its_operation(string trait, string reason)
    {
        string model = RulesModel.WithUrl("\"https://{Name}\"", """[{ "fn": "isSet", "argv": [{ "ref": "Flag" }] }]""")
            .Replace("\"smithy.api#httpLabel\": {}", trait + ", \"smithy.api#httpLabel\": {}", StringComparison.Ordinal);

        ExpectAt(model, "S3GEN018", model.IndexOf("\"shelf#PutBook\": {", StringComparison.Ordinal), reason);
    }

    private static void ExpectAt(string model, string id, int offset, string reason)
    {
        GeneratorRun run = GeneratorRun.Of(model);

        Diagnostic diagnostic = run.Diagnostics.First();
        Assert.That(diagnostic.Id, Is.EqualTo(id));
        Assert.That(diagnostic.GetMessage(CultureInfo.InvariantCulture), Does.Contain(reason));
        Assert.That(diagnostic.Location.GetLineSpan().StartLinePosition, Is.EqualTo(SourceText.From(model).Lines.GetLinePosition(offset)));
        Assert.That(run.Sources, Is.Empty);
    }
}
