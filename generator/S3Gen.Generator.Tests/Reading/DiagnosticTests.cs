using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Reading;

/// <summary>A faulty model is a diagnostic at the line and column of the fault, and generates nothing.</summary>
public sealed class DiagnosticTests
{
    [Test]
    public void A_good_model_has_no_diagnostic() => Assert.That(GeneratorRun.Of(Models.Shelf).Diagnostics, Is.Empty);

    [Test]
    public void Malformed_json_is_reported_where_it_breaks() =>
        Expect("{\n  \"smithy\": \"2.0\",\n  \"shapes\": { oops }\n}", "S3GEN001", line: 2, column: 14);

    [Test]
    public void A_file_cut_short_is_reported_where_something_was_due() =>
        Expect("{\n  \"smithy\": \"2.0\",", "S3GEN001", line: 1, column: 17);

    [Test]
    public void Another_smithy_version_is_refused() =>
        Expect(Models.Shelf.Replace("\"smithy\": \"2.0\"", "\"smithy\": \"1.0\"", StringComparison.Ordinal), "S3GEN002", line: 1, column: 2);

    [Test]
    public void A_model_without_a_service_is_refused() =>
        Expect("{\n  \"smithy\": \"2.0\",\n  \"shapes\": {}\n}", "S3GEN003", line: 2, column: 2);

    [Test]
    public void A_missing_target_is_reported_at_the_member_that_names_it() =>
        Expect(Models.Shelf, "\"Pages\": { \"target\": \"smithy.api#Integer\" }", "\"Pages\": { \"target\": \"shelf#Gone\" }", "S3GEN004", at: "\"Pages\"");

    [Test]
    public void Another_protocol_is_refused_at_the_service() =>
        Expect(Models.Shelf, "\"aws.protocols#restXml\": {},", string.Empty, "S3GEN005", at: "\"shelf#Shelf\": {");

    [Test]
    public void A_document_is_refused_at_its_member() =>
        Expect(Models.Shelf, "\"Pages\": { \"target\": \"smithy.api#Integer\" }", "\"Pages\": { \"target\": \"smithy.api#Document\" }", "S3GEN006", at: "\"Pages\"");

    [Test]
    public void A_label_without_a_member_is_refused_at_the_operation() =>
        Expect(Models.Shelf, "/books/{Id}", "/books/{Id}/{Chapter}", "S3GEN007", at: "\"smithy.api#http\": { \"method\": \"PUT\"");

    [Test]
    public void Two_names_that_become_one_are_refused_at_the_second() =>
        Expect(Models.Shelf, "\"Pages\":", "\"title\":", "S3GEN008", at: "\"title\":");

    [Test]
    public void A_filter_that_matches_nothing_is_refused()
    {
        Diagnostic diagnostic = GeneratorRun.Of(Models.Shelf, null, ("Operations", "Burn*")).Diagnostics.Single();

        Assert.That(diagnostic.Id, Is.EqualTo("S3GEN009"));
        Assert.That(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), Does.Contain("'Burn*'"));
    }

    [Test]
    public void An_overlay_that_applies_to_nothing_is_refused_in_the_overlay()
    {
        string overlay = "{\n  \"smithy\": \"2.0\",\n  \"shapes\": {\n    \"shelf#Lamp\": { \"type\": \"apply\", \"traits\": {} }\n  }\n}";

        Diagnostic diagnostic = GeneratorRun.Of(Models.Shelf, overlay).Diagnostics.Single();

        Assert.That(diagnostic.Id, Is.EqualTo("S3GEN010"));
        Assert.That(diagnostic.Location.GetLineSpan().Path, Is.EqualTo("overlay.json"));
        Assert.That(diagnostic.Location.GetLineSpan().StartLinePosition, Is.EqualTo(new LinePosition(3, 4)));
    }

    [Test]
    public void An_accessibility_that_csharp_lacks_is_refused() =>
        Assert.That(GeneratorRun.Of(Models.Shelf, null, ("Accessibility", "friend")).Diagnostics.Single().Id, Is.EqualTo("S3GEN012"));

    [Test]
    public void A_shape_without_a_known_type_is_refused_at_its_place() =>
        Expect(Models.Shelf, "\"shelf#Books\": { \"type\": \"list\"", "\"shelf#Books\": { \"type\": \"heap\"", "S3GEN013", at: "\"type\": \"heap\"");

    [Test]
    public void A_waiter_that_looks_into_outputs_is_left_out_with_a_warning()
    {
        string model = Models.Shelf.Replace(
            "\"smithy.api#http\": { \"method\": \"GET\"",
            "\"smithy.waiters#waitable\": { \"Tidy\": { \"acceptors\": [{ \"state\": \"success\", \"matcher\": { \"output\": { \"path\": \"x\" } } }] } }, \"smithy.api#http\": { \"method\": \"GET\"",
            StringComparison.Ordinal);

        GeneratorRun run = GeneratorRun.Of(model);

        Assert.That(run.Diagnostics.Single().Id, Is.EqualTo("S3GEN015"));
        Assert.That(run.Diagnostics.Single().Severity, Is.EqualTo(DiagnosticSeverity.Warning));
        Assert.That(run.Sources["Consumer.ShelfClient/Operations/ListBooks.g.cs"], Does.Not.Contain("WaitUntilTidy"));
    }

    [Test]
    public void Two_models_of_one_client_are_refused_and_the_first_is_generated()
    {
        GeneratorRun run = GeneratorRun.Of(ModelFile.Model("a.json", Models.Shelf), ModelFile.Model("b.json", Models.Shelf));

        Assert.That(run.Diagnostics.Single().Id, Is.EqualTo("S3GEN014"));
        Assert.That(run.Diagnostics.Single().Location.GetLineSpan().Path, Is.EqualTo("b.json"));
        Assert.That(run.Sources, Is.Not.Empty);
    }

    private static void Expect(string model, string replace, string with, string id, string at)
    {
        string faulty = model.Replace(replace, with, StringComparison.Ordinal);
        Assert.That(faulty, Is.Not.EqualTo(model), "the test breaks nothing");
        LinePosition position = SourceText.From(faulty).Lines.GetLinePosition(faulty.IndexOf(at, StringComparison.Ordinal));
        Expect(faulty, id, position.Line, position.Character);
    }

    private static void Expect(string model, string id, int line, int column)
    {
        GeneratorRun run = GeneratorRun.Of(model);

        Diagnostic diagnostic = run.Diagnostics.First();
        Assert.That(diagnostic.Id, Is.EqualTo(id));
        Assert.That(diagnostic.Location.GetLineSpan().StartLinePosition, Is.EqualTo(new LinePosition(line, column)));
        Assert.That(diagnostic.Location.GetLineSpan().Path, Is.EqualTo("model.json"));
        Assert.That(run.Sources, Is.Empty);
    }
}
