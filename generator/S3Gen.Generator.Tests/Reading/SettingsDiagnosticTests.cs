using Microsoft.CodeAnalysis;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Reading;

/// <summary>Faults of the item's metadata, and of the catalog of diagnostics itself.</summary>
public sealed class SettingsDiagnosticTests
{
    [TestCase("Namespace", "My.class", "keyword")]
    [TestCase("Namespace", "My..S3", "no C# identifier")]
    [TestCase("Namespace", "My.Task", "would hide a type")]
    [TestCase("ClientName", "S3 Client", "no C# identifier")]
    [TestCase("ClientName", "event", "keyword")]
    [TestCase("ClientName", "Stream", "would hide a type")]
    [TestCase("Accessibility", "protected", "neither 'public' nor 'internal'")]
    [TestCase("Emit", "mocks", "Emit 'mocks' is none of 'client', 'server' and 'mock'")]
    [TestCase("Emit", "Mock", "Emit 'Mock' is none of 'client', 'server' and 'mock'")]
    [TestCase("Overlay", "gone.json", "'gone.json' is no file of the project")]
    public void Metadata_that_csharp_cannot_bear_is_refused(string key, string value, string message)
    {
        Diagnostic diagnostic = GeneratorRun.Of(Models.Shelf, null, (key, value)).Diagnostics.Single();

        Assert.That(diagnostic.Id, Is.EqualTo("S3GEN012"));
        Assert.That(diagnostic.ToString(), Does.StartWith("model.json(1,1): error").And.Contain(message));
    }

    [Test]
    public void A_file_over_the_limit_is_not_read()
    {
        string huge = Models.Shelf + new string(' ', 64 * 1024 * 1024);

        Assert.That(GeneratorRun.Of(huge).Diagnostics.Single().Id, Is.EqualTo("S3GEN011"));
    }

    [Test]
    public void Two_models_may_share_a_namespace_but_no_type()
    {
        ModelFile shelf = ModelFile.Model("a.json", Models.Shelf);
        ModelFile twin = ModelFile.Model("b.json", Models.Shelf, ("ClientName", "OtherClient"));
        ModelFile stranger = ModelFile.Model("b.json", Models.Shelf.Replace("Book", "Page", StringComparison.Ordinal).Replace("Closed", "Shut", StringComparison.Ordinal), ("ClientName", "OtherClient"));

        Assert.That(GeneratorRun.Of(shelf, twin).Diagnostics.Select(found => found.Id), Is.EqualTo(new[] { "S3GEN014" }));
        Assert.That(GeneratorRun.Of(shelf, stranger).Diagnostics, Is.Empty);
    }

    [Test]
    public void Namespaces_that_differ_by_case_alone_are_one_because_files_are_named_after_them()
    {
        GeneratorRun run = GeneratorRun.Of(ModelFile.Model("a.json", Models.Shelf), ModelFile.Model("b.json", Models.Shelf, ("Namespace", "consumer")));

        Assert.That(run.Result.Results.Single().Exception, Is.Null);
        Assert.That(run.Diagnostics.Single().Id, Is.EqualTo("S3GEN014"));
    }

    [Test]
    public void Every_diagnostic_is_documented_under_its_help_link()
    {
        string readme = File.ReadAllText(Path.Combine(Models.Root, "generator", "README.md"));
        foreach (DiagnosticDescriptor descriptor in S3Gen.Generator.Diagnostics.DiagnosticCatalog.All)
        {
            Assert.That(descriptor.HelpLinkUri, Does.EndWith("generator/README.md#" + descriptor.Id.ToLowerInvariant()));
            Assert.That(readme, Does.Match($@"### {descriptor.Id}\n(?!###)\S"), descriptor.Id);
        }
    }
}
