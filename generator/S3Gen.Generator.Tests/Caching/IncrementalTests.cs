using Microsoft.CodeAnalysis;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Caching;

/// <summary>Only what an edit changes is generated again: asserted by the reasons that Roslyn gives for each step.</summary>
public sealed class IncrementalTests
{
    [Test]
    public void Editing_user_code_reads_and_emits_nothing()
    {
        GeneratorRun run = GeneratorRun.Of(Models.Shelf).AfterEditingUserCode();

        foreach (string step in new[] { StepNames.Documents, StepNames.Sources, StepNames.Models, StepNames.Slices, StepNames.Files })
        {
            Assert.That(run.Reasons(step), Is.All.AnyOf(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged), step);
        }
    }

    [Test]
    public void Editing_one_shape_emits_its_file_alone()
    {
        GeneratorRun first = GeneratorRun.Of(Models.Shelf);
        string edited = Models.Shelf.Replace(
            "\"Pages\": { \"target\": \"smithy.api#Integer\" }",
            "\"Pages\": { \"target\": \"smithy.api#Integer\", \"traits\": { \"smithy.api#documentation\": \"How thick it is.\" } }",
            StringComparison.Ordinal);

        GeneratorRun second = first.AfterEditing(first.Files[0].With(edited));

        Assert.That(Changed(first, second), Is.EqualTo(new[] { "Consumer.ShelfClient/Types/Book.g.cs" }));
        Assert.That(second.Reasons(StepNames.Files).Count(reason => reason == IncrementalStepRunReason.Modified), Is.EqualTo(1));
    }

    [Test]
    public void Adding_an_operation_adds_its_file_and_touches_no_other()
    {
        GeneratorRun first = GeneratorRun.Of(Models.Shelf, null, ("Operations", "ListBooks"));
        GeneratorRun all = GeneratorRun.Of(Models.Shelf, null, ("Operations", "*"));

        Assert.That(Added(first, all), Is.EqualTo(new[] { "Consumer.ShelfClient/Operations/PutBook.g.cs" }));
        Assert.That(Changed(first, all), Is.EqualTo(new[] { "Consumer.ShelfClient/Types/Book.g.cs" }), "a book is sent now too, so it gains its writer");
    }

    [Test]
    public void Editing_the_overlay_parses_the_overlay_alone()
    {
        const string Overlay = "{ \"smithy\": \"2.0\", \"shapes\": { \"shelf#Book$Pages\": { \"type\": \"apply\", \"traits\": { \"smithy.api#documentation\": \"Its leaves.\" } } } }";
        GeneratorRun first = GeneratorRun.Of(Models.Shelf, Overlay);

        GeneratorRun second = first.AfterEditing(first.Files[1].With(Overlay.Replace("leaves", "sheets", StringComparison.Ordinal)));

        Assert.That(second.Reasons(StepNames.Trees), Is.EquivalentTo(new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified }));
        Assert.That(Changed(first, second), Is.EqualTo(new[] { "Consumer.ShelfClient/Types/Book.g.cs" }));
    }

    [Test]
    public void Two_models_do_not_disturb_each_other()
    {
        ModelFile shelf = ModelFile.Model("shelf.json", Models.Shelf);
        ModelFile other = ModelFile.Model("other.json", Models.Shelf, ("Namespace", "Other"));
        GeneratorRun first = GeneratorRun.Of(shelf, other);

        GeneratorRun second = first.AfterEditing(other.With(Models.Shelf.Replace("\"Pages\"", "\"Leaves\"", StringComparison.Ordinal)));

        Assert.That(first.Sources, Has.Count.EqualTo(10));
        Assert.That(Changed(first, second), Is.EqualTo(new[] { "Other.ShelfClient/Types/Book.g.cs" }));
    }

    [Test]
    public void Output_is_the_same_in_every_run() =>
        Assert.That(GeneratorRun.Of(Models.S3, Models.S3Overlay).Sources, Is.EqualTo(GeneratorRun.Of(Models.S3, Models.S3Overlay).Sources));

    [Test]
    public void Output_does_not_depend_on_the_culture()
    {
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            IReadOnlyDictionary<string, string> invariant = GeneratorRun.Of(Models.Shelf).Sources;
            System.Globalization.CultureInfo foreign = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
            foreign.NumberFormat.NegativeSign = "minus ";
            System.Globalization.CultureInfo.CurrentCulture = foreign;
            Assert.That(GeneratorRun.Of(Models.Shelf).Sources, Is.EqualTo(invariant));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> Added(GeneratorRun before, GeneratorRun after) =>
        after.Sources.Keys.Except(before.Sources.Keys).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Changed(GeneratorRun before, GeneratorRun after) =>
        after.Sources.Where(pair => before.Sources.TryGetValue(pair.Key, out string? old) && old != pair.Value).Select(pair => pair.Key).Order(StringComparer.Ordinal);
}
