using S3Gen.Generator.Tests.Harness;
using S3Gen.Runtime;

namespace S3Gen.Generator.Tests.Rules;

/// <summary>Trees of rules and the language of their expressions.</summary>
/// <seealso href="https://smithy.io/2.0/additional-specs/rules-engine/specification.html"/>
public sealed class RuleTreeTests
{
    [TestCase("\"https://{Name}.example\"", ExpectedResult = "https://shelf.example")]
    [TestCase("\"https://x.example/{{{Name}}}\"", ExpectedResult = "The endpoint rules made 'https://x.example/{shelf}', which is not a URL.")]
    [TestCase("{ \"ref\": \"Name\" }", ExpectedResult = "The endpoint rules made 'shelf', which is not a URL.")]
    public string Url_is_a_template_or_an_expression(string url) => First(CompiledRules.Of(RulesModel.WithUrl(url)), "shelf");

    [TestCase("""{ "fn": "isSet", "argv": [{ "ref": "Name" }] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "isSet", "argv": [{ "ref": "Flag" }] }""", ExpectedResult = false)]
    [TestCase("""{ "fn": "not", "argv": [{ "fn": "isSet", "argv": [{ "ref": "Flag" }] }] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "booleanEquals", "argv": [{ "ref": "Flag" }, false] }""", ExpectedResult = false)]
    [TestCase("""{ "fn": "booleanEquals", "argv": [true, true] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "booleanEquals", "argv": [{ "ref": "Flag" }, { "ref": "Flag" }] }""", ExpectedResult = false)]
    [TestCase("""{ "fn": "coalesce", "argv": [{ "ref": "Flag" }, true] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "stringEquals", "argv": [{ "fn": "coalesce", "argv": [{ "fn": "substring", "argv": [{ "ref": "Name" }, 0, 9, false] }, "short"] }, "short"] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "stringEquals", "argv": [{ "fn": "ite", "argv": [{ "fn": "isSet", "argv": [{ "ref": "Flag" }] }, "a", { "ref": "Name" }] }, "shelf"] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "ite", "argv": [{ "ref": "Flag" }, true, false] }""", ExpectedResult = false)]
    [TestCase("""{ "fn": "stringEquals", "argv": ["{Name}!", "shelf!"] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "stringEquals", "argv": [{ "fn": "getAttr", "argv": [{ "ref": "Names" }, "[-1]"] }, "b"] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "getAttr", "argv": [{ "ref": "Names" }, "[2]"] }""", ExpectedResult = false)]
    [TestCase("""{ "fn": "getAttr", "argv": [{ "fn": "split", "argv": [{ "ref": "Name" }, "e", 0] }, "[1]"] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "getAttr", "argv": [{ "fn": "split", "argv": [{ "ref": "Name" }, "{Name}", 0] }, "[2]"] }""", ExpectedResult = false)]
    [TestCase("""{ "fn": "stringEquals", "argv": [{ "fn": "uriEncode", "argv": ["a b"] }, "a%20b"] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "isValidHostLabel", "argv": [{ "ref": "Name" }, false] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "aws.isVirtualHostableS3Bucket", "argv": ["a.b.c", false] }""", ExpectedResult = false)]
    [TestCase("""{ "fn": "stringEquals", "argv": [{ "fn": "getAttr", "argv": [{ "fn": "aws.partition", "argv": ["cn-north-1"] }, "name"] }, "aws-cn"] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "getAttr", "argv": [{ "fn": "aws.partition", "argv": ["cn-north-1"] }, "supportsFIPS"] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "stringEquals", "argv": [{ "fn": "getAttr", "argv": [{ "fn": "aws.parseArn", "argv": ["arn:aws:s3:::a/b"] }, "resourceId[1]"] }, "b"] }""", ExpectedResult = true)]
    [TestCase("""{ "fn": "parseURL", "argv": ["nothing"] }""", ExpectedResult = false)]
    public bool Condition_holds_if_it_has_a_value_that_is_not_false(string condition) =>
        First(CompiledRules.Of(RulesModel.WithUrl("\"https://holds\"", $"[{condition}]")), "shelf") == "https://holds";

    [Test]
    public void What_a_condition_assigns_is_known_to_those_after_it()
    {
        CompiledRules rules = CompiledRules.Of(RulesModel.WithUrl(
            "\"https://{second}\"",
            """
            [{ "fn": "split", "argv": [{ "ref": "Name" }, "-", 0], "assign": "parts" },
             { "fn": "getAttr", "argv": [{ "ref": "parts" }, "[1]"], "assign": "second" },
             { "fn": "isSet", "argv": [{ "ref": "second" }], "assign": "isTwo" },
             { "fn": "booleanEquals", "argv": [{ "ref": "isTwo" }, true] }]
            """));

        Assert.That(First(rules, "a-b"), Is.EqualTo("https://b"));
        Assert.That(First(rules, "a"), Is.EqualTo("none"));
    }

    [Test]
    public void One_name_may_have_another_type_in_another_branch()
    {
        CompiledRules rules = CompiledRules.Of(RulesModel.WithTree(
            """{ "Name": { "type": "string" } }""",
            """
            [{ "type": "endpoint", "conditions": [{ "fn": "parseURL", "argv": [{ "ref": "Name" }], "assign": "it" }], "endpoint": { "url": "https://url.{it#authority}" } },
             { "type": "endpoint", "conditions": [{ "fn": "aws.parseArn", "argv": [{ "ref": "Name" }], "assign": "it" }], "endpoint": { "url": "https://arn.{it#service}" } },
             { "type": "endpoint", "conditions": [{ "fn": "substring", "argv": [{ "ref": "Name" }, 0, 1, false], "assign": "it" }], "endpoint": { "url": "https://{it}" } }]
            """));

        Assert.That(
            new[] { "https://x", "arn:aws:s3:::b", "word", "" }.Select(name => First(rules, name)),
            Is.EqualTo(new[] { "https://url.x", "https://arn.s3", "https://w", "No endpoint rule matches the client's configuration and the request." }));
    }

    [Test]
    public void A_tree_whose_conditions_hold_is_not_left_again()
    {
        CompiledRules rules = CompiledRules.Of(RulesModel.WithTree(
            """{ "A": { "type": "boolean", "required": true, "default": true }, "B": { "type": "boolean" } }""",
            """
            [{ "type": "tree", "conditions": [{ "fn": "booleanEquals", "argv": [{ "ref": "A" }, true] }], "rules": [
               { "type": "error", "conditions": [{ "fn": "isSet", "argv": [{ "ref": "B" }] }], "error": "inside" }] },
             { "type": "error", "conditions": [], "error": "behind" }]
            """));

        Assert.That(rules.Describe(("B", true)), Is.EqualTo("inside"));
        Assert.That(rules.Describe(), Does.StartWith("No endpoint rule matches"));
        Assert.That(rules.Describe(("A", false)), Is.EqualTo("behind"));
    }

    [Test]
    public void Parameters_have_their_defaults_and_those_required_without_one_are_asked_for()
    {
        CompiledRules rules = CompiledRules.Of(RulesModel.WithTree(
            """
            { "Host": { "type": "String", "required": true, "default": "a.example" }, "Path": { "type": "string", "required": true },
              "Tags": { "type": "stringArray", "required": true, "default": ["x", "y"] } }
            """,
            """[{ "type": "endpoint", "conditions": [{ "fn": "getAttr", "argv": [{ "ref": "Tags" }, "[1]"], "assign": "tag" }], "endpoint": { "url": "https://{tag}.{Host}/{Path}" } }]"""));

        Assert.That(rules.Decide(("Path", "p")).ToString(), Is.EqualTo("https://y.a.example/p"));
        Assert.That(() => rules.Decide(), Throws.TypeOf<EndpointRuleException>().With.Message.Contains("Path"));
    }

    [Test]
    public void Endpoint_carries_headers_properties_and_the_first_way_to_sign_that_is_known()
    {
        Endpoint endpoint = CompiledRules.Of(RulesModel.WithTree(
            """{ "Name": { "type": "string" } }""",
            """
            [{ "type": "endpoint", "conditions": [], "endpoint": {
                 "url": "https://x.example/base/",
                 "headers": { "X-Name": ["{Name}", { "ref": "Name" }] },
                 "properties": {
                   "authSchemes": [{ "name": "rot13" }, { "name": "sigv4a", "signingName": "{Name}", "signingRegionSet": ["eu-*", "{Name}"], "disableDoubleEncoding": true, "extra": [1, "{Name}"] }],
                   "deep": { "list": [true, { "n": 1.5 }] } } } }]
            """)).Decide(("Name", "shelf"));

        Assert.That((endpoint.ToString(), endpoint.Authority, endpoint.BasePath), Is.EqualTo(("https://x.example/base/", "x.example", "/base")));
        Assert.That(endpoint.Headers["x-name"], Is.EqualTo(new[] { "shelf", "shelf" }));
        Assert.That((endpoint.SigningScheme, endpoint.SigningName, endpoint.SigningRegion, endpoint.SigningRegionSet), Is.EqualTo((SigningScheme.SigV4a, "shelf", "region", "eu-*,shelf")));
        Assert.That(endpoint.AuthSchemes.Select(scheme => scheme.Name), Is.EqualTo(new[] { "rot13", "sigv4a" }));
        Assert.That(endpoint.AuthSchemes[1].Properties["extra"], Is.EqualTo(new object[] { 1L, "shelf" }));
        Assert.That(System.Text.Json.JsonSerializer.Serialize(endpoint.Properties), Is.EqualTo("""{"deep":{"list":[true,{"n":1.5}]}}"""));
    }

    private static string First(CompiledRules rules, string name) =>
        rules.Describe(rules.Parameters.Any(parameter => parameter.Name == "Names") ? [("Name", name), ("Names", new[] { "a", "b" })] : [("Name", name)]) is var text && text.StartsWith("https", StringComparison.Ordinal) ? text.Split(' ')[0] : text;
}
