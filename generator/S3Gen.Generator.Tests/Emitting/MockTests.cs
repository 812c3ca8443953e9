using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Emitting;

/// <summary>The double of a client: one file, beside the client that it stands for.</summary>
public sealed class MockTests
{
    private static readonly (string, string) AsMock = ("Emit", "mock");

    [Test]
    public void A_double_is_one_file_in_the_namespace_for_tests()
    {
        GeneratorRun run = GeneratorRun.Of(Models.Shelf, null, AsMock);

        Assert.That(run.Diagnostics, Is.Empty);
        Assert.That(run.Sources.Keys, Is.EqualTo(new[] { "Consumer.ShelfClient/MockShelfClient.g.cs" }));
        Assert.That(run.Sources.Values.Single(), Does.Contain("namespace Consumer.Testing;").And.Contain("class MockShelfClient : IShelfClient"));
    }

    [TestCase("*", "ListBooks;PutBook")]
    [TestCase("PutBook", "PutBook")]
    public void A_double_has_a_setup_and_a_call_for_each_operation_of_its_client(string operations, string expected)
    {
        string source = GeneratorRun.Of(Models.Shelf, null, AsMock, ("Operations", operations)).Sources.Values.Single();

        Assert.That(Named(source, @"> On(\w+)\(Func<"), Is.EqualTo((string[])["Presign", .. expected.Split(';')]));
        Assert.That(Named(source, @"Response> (\w+)Async\("), Is.EqualTo(expected.Split(';')));
    }

    [Test]
    public void A_double_makes_the_exceptions_of_the_model_with_their_statuses()
    {
        string source = GeneratorRun.Of(Models.Shelf, null, AsMock).Sources.Values.Single();

        Assert.That(source, Does.Contain("\"Closed\" => new ClosedException(details),").And.Contain("\"Closed\" => (HttpStatusCode)403,"));
    }

    [TestCase("public")]
    [TestCase("internal")]
    public void A_double_is_as_accessible_as_its_client(string accessibility) =>
        Assert.That(
            GeneratorRun.Of(Models.Shelf, null, AsMock, ("Accessibility", accessibility)).Sources.Values.Single(),
            Does.Contain($"\n{accessibility} sealed partial class MockShelfClient"));

    [Test]
    public void A_client_and_its_double_share_a_project()
    {
        GeneratorRun run = GeneratorRun.Of(ModelFile.Model("shelf.json", Models.Shelf), ModelFile.Model("again.json", Models.Shelf, AsMock));

        Assert.That(run.Diagnostics, Is.Empty);
        Assert.That(run.Sources.Keys.Count(name => name.Contains("Mock", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void Two_doubles_of_one_name_are_refused()
    {
        GeneratorRun run = GeneratorRun.Of(ModelFile.Model("shelf.json", Models.Shelf, AsMock), ModelFile.Model("again.json", Models.Shelf, AsMock));

        Assert.That(run.Diagnostics.Select(found => found.Id), Is.EqualTo(new[] { "S3GEN014" }));
    }

    [Test]
    public void Editing_what_a_double_does_not_show_emits_it_not_again()
    {
        GeneratorRun first = GeneratorRun.Of(Models.Shelf, null, AsMock);
        string edited = Models.Shelf.Replace("\"Pages\"", "\"Leaves\"", StringComparison.Ordinal);

        GeneratorRun second = first.AfterEditing(first.Files[0].With(edited));

        Assert.That(edited, Is.Not.EqualTo(Models.Shelf));
        Assert.That(second.Reasons(StepNames.Files), Is.All.AnyOf(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged));
    }

    private static IEnumerable<string> Named(string source, string pattern) => Regex.Matches(source, pattern).Select(match => match.Groups[1].Value);
}
