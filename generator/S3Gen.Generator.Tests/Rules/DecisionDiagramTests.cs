using Microsoft.CodeAnalysis;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Rules;

/// <summary>Binary decision diagrams, by the words of their specification.</summary>
/// <seealso href="https://smithy.io/2.0/additional-specs/rules-engine/specification.html#smithy-rules-endpointbdd-trait"/>
public sealed class DecisionDiagramTests
{
    private const string Parameters = """{ "A": { "type": "boolean" }, "B": { "type": "boolean" } }""";
    private const string Conditions = """[{ "fn": "booleanEquals", "argv": [{ "ref": "A" }, true] }, { "fn": "booleanEquals", "argv": [{ "ref": "B" }, true] }]""";
    private const string Results = """[{ "type": "endpoint", "conditions": [], "endpoint": { "url": "https://one" } }, { "type": "error", "conditions": [], "error": "two" }]""";

    private const int NoMatch = 1;
    private const int One = 100_000_001;
    private const int Two = 100_000_002;

    [TestCase(true, true, ExpectedResult = "https://one")]
    [TestCase(true, false, ExpectedResult = "two")]
    [TestCase(false, true, ExpectedResult = "No endpoint rule matches the client's configuration and the request.")]
    public string Nodes_are_followed_from_the_root(bool a, bool b) => Decide(2, a, b, [0, 3, NoMatch], [1, One, Two]);

    [TestCase(true, true, ExpectedResult = "two")]
    [TestCase(true, false, ExpectedResult = "https://one")]
    public string Complement_of_a_node_swaps_its_branches(bool a, bool b) => Decide(2, a, b, [0, -3, NoMatch], [1, One, Two]);

    [TestCase(true, true, ExpectedResult = "https://one")]
    [TestCase(false, true, ExpectedResult = "two")]
    [TestCase(false, false, ExpectedResult = "https://one")]
    public string Node_may_be_shared_as_itself_and_as_its_complement(bool a, bool b) => Decide(2, a, b, [0, 3, -3], [1, One, Two]);

    [Test]
    public void Condition_may_stand_before_the_one_that_assigns_what_it_reads()
    {
        CompiledRules rules = CompiledRules.Of(RulesModel.WithDiagram(
            """{ "Url": { "type": "string" } }""",
            """[{ "fn": "booleanEquals", "argv": [{ "fn": "getAttr", "argv": [{ "ref": "url" }, "isIp"] }, true] }, { "fn": "parseURL", "argv": [{ "ref": "Url" }], "assign": "url" }]""",
            """[{ "type": "endpoint", "conditions": [], "endpoint": { "url": "https://{url#authority}" } }]""",
            root: 2,
            [1, 3, NoMatch],
            [0, One, NoMatch]));

        Assert.That(rules.Describe(("Url", "http://10.0.0.1:80/x")), Does.StartWith("https://10.0.0.1:80 "));
        Assert.That(rules.Describe(("Url", "http://x")), Does.StartWith("No endpoint rule matches"));
    }

    [TestCase(-2, 0, One, Two, "negative")]
    [TestCase(5, 0, One, Two, "no node 5")]
    [TestCase(2, 7, One, Two, "its condition is missing")]
    [TestCase(2, 0, 100_000_009, Two, "no result 100000009")]
    [TestCase(2, 0, 0, Two, "no node 0")]
    [TestCase(2, 0, 2, Two, "tests a condition twice")]
    public void Faulty_diagram_is_refused(int root, int condition, int high, int low, string reason)
    {
        Diagnostic diagnostic = GeneratorRun.Of(RulesModel.WithDiagram(Parameters, Conditions, Results, root, [[condition, high, low]])).Diagnostics.First();

        Assert.That(diagnostic.Id, Is.EqualTo("S3GEN017"));
        Assert.That(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), Does.Contain(reason));
    }

    [TestCase("not base64!")]
    [TestCase("AAAA")]
    [TestCase("")]
    public void Nodes_that_are_none_are_refused(string nodes)
    {
        string model = RulesModel.With(
            "smithy.rules#endpointBdd",
            $$"""{ "version": "1.1", "parameters": {}, "conditions": [], "results": [], "root": 2, "nodeCount": 1, "nodes": "{{nodes}}" }""");

        Assert.That(GeneratorRun.Of(model).Diagnostics.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { "S3GEN017" }));
    }

    private static string Decide(int root, bool a, bool b, params int[][] nodes) =>
        CompiledRules.Of(RulesModel.WithDiagram(Parameters, Conditions, Results, root, nodes)).Describe(("A", a), ("B", b)) is var text
        && text.StartsWith("https", StringComparison.Ordinal) ? text.Split(' ')[0] : text;
}
