using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Reading;

/// <summary>Faults of HTTP bindings, paginators and waiters, each at its place.</summary>
public sealed class BindingDiagnosticTests
{
    private const string Prefix = "\"Prefix\": { \"target\": \"smithy.api#String\", \"traits\": { \"smithy.api#httpQuery\": \"prefix\" } }";

    [TestCase("/books/{Id}/{Id}", "twice")]
    [TestCase("/books/{Id}/{Chapter}", "label 'Chapter'")]
    [TestCase("/books/{Id}/{Chapter", "no partner")]
    [TestCase("/books/{Id}?x={Id}", "not in its query")]
    [TestCase("books/{Id}", "begins with '/'")]
    public void A_faulty_uri_is_refused_at_its_trait(string uri, string message) =>
        Faulty.Refuses(Models.Shelf.With("/books/{Id}", uri), "S3GEN007", "\"smithy.api#http\": { \"method\": \"PUT\"", message);

    [TestCase("\"Page\": { \"target\": \"smithy.api#String\", \"traits\": { \"smithy.api#httpQuery\": \"prefix\" } }", "\"smithy.api#httpQuery\": \"prefix\" } } ", "'Prefix' already")]
    [TestCase("\"Page\": { \"target\": \"smithy.api#String\", \"traits\": { \"smithy.api#httpQuery\": \"list\" } }", "\"smithy.api#httpQuery\": \"list\"", "'list' already")]
    [TestCase("\"Page\": { \"target\": \"smithy.api#String\", \"traits\": { \"smithy.api#httpQuery\": \"p\", \"smithy.api#httpHeader\": \"P\" } }", "\"smithy.api#httpQuery\": \"p\"", "several places")]
    [TestCase("\"Page\": { \"target\": \"shelf#Book\", \"traits\": { \"smithy.api#httpHeader\": \"Page\" } }", "\"smithy.api#httpHeader\"", "simple type")]
    [TestCase("\"Page\": { \"target\": \"smithy.api#String\", \"traits\": { \"smithy.api#httpPrefixHeaders\": \"p-\" } }", "\"smithy.api#httpPrefixHeaders\"", "map of strings")]
    [TestCase("\"Page\": { \"target\": \"smithy.api#String\", \"traits\": { \"smithy.api#httpResponseCode\": {} } }", "\"smithy.api#httpResponseCode\"", "integer")]
    [TestCase("\"Page\": { \"target\": \"smithy.api#Integer\", \"traits\": { \"smithy.api#httpPayload\": {} } }", "\"smithy.api#httpPayload\": {} } } ", "payload has to be")]
    [TestCase("\"Page\": { \"target\": \"smithy.api#String\", \"traits\": { \"smithy.api#httpLabel\": {} } }", "\"smithy.api#httpLabel\": {} } } ", "no place for it")]
    [TestCase("\"Page\": { \"target\": \"smithy.api#String\", \"traits\": { \"smithy.api#httpPayload\": {} } }, \"Leaf\": { \"target\": \"smithy.api#String\" }", "\"Leaf\":", "no place: the body is the payload")]
    public void A_faulty_place_is_refused_where_it_is_given(string member, string at, string message) =>
        Faulty.Refuses(Models.Shelf.With(Prefix, Prefix + ", " + member + " "), "S3GEN007", at, message);

    [Test]
    public void A_header_is_the_same_in_any_case() =>
        Faulty.Refuses(
            Models.Shelf.With(Prefix, Header("A", "X-Page") + ", " + Header("B", "x-page")), "S3GEN007", "\"smithy.api#httpHeader\": \"x-page\"", "belongs to 'A' already");

    [Test]
    public void Query_parameters_that_differ_by_case_are_two() =>
        Assert.That(GeneratorRun.Of(Models.Shelf.With(Prefix, Prefix + ", " + Header("A", "p").Replace("httpHeader", "httpQuery", StringComparison.Ordinal) + ", " + Header("B", "P").Replace("httpHeader", "httpQuery", StringComparison.Ordinal))).Diagnostics, Is.Empty);

    [Test]
    public void A_host_label_without_a_member_is_refused() =>
        Faulty.Refuses(
            Models.Shelf.With("\"smithy.api#http\": { \"method\": \"PUT\"", "\"smithy.api#endpoint\": { \"hostPrefix\": \"{Id}.\" }, \"smithy.api#http\": { \"method\": \"PUT\""),
            "S3GEN007", "\"smithy.api#endpoint\"", "host prefix has the label 'Id'");

    [TestCase("{ \"inputToken\": \"Next\", \"outputToken\": \"Next\" }", "no member 'Next'")]
    [TestCase("{ \"inputToken\": \"Prefix\", \"outputToken\": \"Next\" }", "no member 'Next'")]
    [TestCase("{ \"inputToken\": \"Prefix\", \"outputToken\": \"Books\" }", "of one type")]
    [TestCase("{ \"inputToken\": \"Prefix\" }", "neither it nor the service")]
    public void A_paginator_that_names_what_is_not_there_is_refused(string trait, string message) =>
        Faulty.Refuses(WithTrait("smithy.api#paginated", trait), "S3GEN016", "\"smithy.api#paginated\"", message);

    [TestCase("{ \"inputTokens\": [\"Prefix\"], \"outputTokens\": [] }", "as many output tokens")]
    [TestCase("{ \"inputTokens\": [\"Prefix\"], \"outputTokens\": [\"Books.member\"] }", "no member 'Books.member'")]
    public void A_paginator_by_markers_is_checked_too(string trait, string message) =>
        Faulty.Refuses(WithTrait("s3gen.traits#paginated", trait), "S3GEN016", "\"s3gen.traits#paginated\"", message);

    [Test]
    public void A_fault_in_a_trait_of_the_overlay_is_reported_in_the_overlay() =>
        Faulty.Refuses(
            Models.Shelf, "S3GEN016", "\"s3gen.traits#paginated\"", "no member 'Next'",
            "{\n  \"smithy\": \"2.0\",\n  \"shapes\": {\n    \"shelf#ListBooks\": { \"type\": \"apply\", \"traits\": {\n      \"s3gen.traits#paginated\": { \"inputTokens\": [\"Next\"], \"outputTokens\": [\"Next\"] } } }\n  }\n}");

    [TestCase("\"shelf#Book\": { \"type\": \"structure\" }", "\"type\"", "only shapes of the type 'apply'")]
    [TestCase("\"shelf#Book\": { \"type\": \"apply\" }", "\"shelf#Book\"", "an object 'traits'")]
    public void An_overlay_holds_apply_statements_alone(string statement, string at, string message) =>
        Faulty.Refuses(Models.Shelf, "S3GEN013", at, message, "{ \"smithy\": \"2.0\", \"shapes\": {" + statement + "} }");

    private static string Header(string member, string name) =>
        $"\"{member}\": {{ \"target\": \"smithy.api#String\", \"traits\": {{ \"smithy.api#httpHeader\": \"{name}\" }} }}";

    private static string WithTrait(string name, string value) =>
        Models.Shelf.With("\"smithy.api#http\": { \"method\": \"GET\"", $"\"{name}\": {value}, \"smithy.api#http\": {{ \"method\": \"GET\"");
}
