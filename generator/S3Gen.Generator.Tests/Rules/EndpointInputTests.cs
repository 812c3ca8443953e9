using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Rules;

/// <summary>What operations give to the parameters of the rules.</summary>
public sealed class EndpointInputTests
{
    private const string Write = "Consumer.ShelfClient/Operations/PutBook.g.cs";

    [Test]
    public void Member_is_bound_by_its_trait_and_leaves_the_path_that_it_begins() =>
        Assert.That(
            Generated("\"smithy.api#httpLabel\": {}", "\"smithy.rules#contextParam\": { \"name\": \"Name\" }, \"smithy.api#httpLabel\": {}"),
            Does.Contain("head.EndpointInputs.SetText(ShelfEndpointRules.NameSlot, request.Id);"));

    [TestCase("\"Flag\": { \"value\": true }", "SetSwitch(ShelfEndpointRules.FlagSlot, true)")]
    [TestCase("\"Name\": { \"value\": \"x\" }", "SetText(ShelfEndpointRules.NameSlot, \"x\")")]
    [TestCase("\"Names\": { \"value\": [\"x\", \"y\"] }", "SetList(ShelfEndpointRules.NamesSlot, [\"x\", \"y\"])")]
    public void Constant_is_bound_by_the_operation(string constant, string code) =>
        Assert.That(Generated("\"uri\": \"/books/{Id}\", \"code\": 200 }", $"\"uri\": \"/books/{{Id}}\", \"code\": 200 }}, \"smithy.rules#staticContextParams\": {{ {constant} }}"), Does.Contain(code));

    [TestCase("Name", "Book.Title", "SetText(ShelfEndpointRules.NameSlot, request.Book?.Title)")]
    [TestCase("Names", "Book.Tags", "SetList(ShelfEndpointRules.NamesSlot, request.Book?.Tags)")]
    [TestCase("Names", "Book.Chapters[*].Title", "SetList(ShelfEndpointRules.NamesSlot, (request.Book?.Chapters ?? []).Select(static item => item?.Title).OfType<string>().ToArray())")]
    [TestCase("Names", "keys(Book.Prices)", "SetList(ShelfEndpointRules.NamesSlot, request.Book?.Prices?.Keys.ToArray())")]
    [TestCase("Names", "Book.Prices.*", "SetList(ShelfEndpointRules.NamesSlot, (request.Book?.Prices?.Values ?? []).OfType<string>().ToArray())")]
    public void Path_into_the_input_is_bound_by_the_operation(string parameter, string path, string code) =>
        Assert.That(WithPath(parameter, path).Sources[Write], Does.Contain(code));

    [TestCase("Name", "Book.Gone")]
    [TestCase("Name", "Book.Pages")]
    [TestCase("Flag", "Book.Title")]
    [TestCase("Names", "Book.Title")]
    [TestCase("Names", "Book.Chapters[0].Title")]
    public void Path_that_leads_nowhere_is_a_diagnostic(string parameter, string path) =>
        Assert.That(WithPath(parameter, path).Diagnostics.Select(diagnostic => diagnostic.Id), Is.EqualTo(new[] { "S3GEN018" }));

    [Test]
    public void Parameter_of_the_client_that_no_common_option_stands_for_is_an_option_of_its_own()
    {
        string model = Model().Replace(
            "\"aws.protocols#restXml\": {},",
            "\"aws.protocols#restXml\": {}, \"smithy.rules#clientContextParams\": { \"Name\": { \"type\": \"string\", \"documentation\": \"The shelf's name.\" } },",
            StringComparison.Ordinal);

        GeneratorRun run = GeneratorRun.Of(model);

        Assert.That(run.Sources["Consumer.ShelfClient/ShelfClient.g.cs"], Does.Contain("/// <summary>The shelf's name. Default: none.</summary>\n    public string? Name { get; init; }"));
        Assert.That(
            run.Sources["Consumer.ShelfClient/ShelfEndpointRules.g.cs"],
            Does.Contain("Name = inputs.Text(NameSlot) ?? (parameters.Options as ShelfClientOptions)?.Name,"));
    }

    private static GeneratorRun WithPath(string parameter, string path)
    {
        string model = Model()
            .Replace("\"uri\": \"/books/{Id}\", \"code\": 200 }", $"\"uri\": \"/books/{{Id}}\", \"code\": 200 }}, \"smithy.rules#operationContextParams\": {{ \"{parameter}\": {{ \"path\": \"{path}\" }} }}", StringComparison.Ordinal)
            .Replace(
                "\"Pages\": { \"target\": \"smithy.api#Integer\" }",
                "\"Pages\": { \"target\": \"smithy.api#Integer\" }, \"Tags\": { \"target\": \"shelf#Tags\" }, \"Chapters\": { \"target\": \"shelf#Books\" }, \"Prices\": { \"target\": \"shelf#Prices\" }",
                StringComparison.Ordinal)
            .Replace(
                "\"shelf#Closed\":",
                "\"shelf#Tags\": { \"type\": \"list\", \"member\": { \"target\": \"smithy.api#String\" } }, \"shelf#Prices\": { \"type\": \"map\", \"key\": { \"target\": \"smithy.api#String\" }, \"value\": { \"target\": \"smithy.api#String\" } }, \"shelf#Closed\":",
                StringComparison.Ordinal);
        return GeneratorRun.Of(model);
    }

    private static string Generated(string replace, string with)
    {
        GeneratorRun run = GeneratorRun.Of(Model().Replace(replace, with, StringComparison.Ordinal));
        Assert.That(run.Diagnostics, Is.Empty);
        return run.Sources[Write];
    }

    private static string Model() => RulesModel.WithUrl(
        "\"https://{Name}\"",
        """[{ "fn": "booleanEquals", "argv": [{ "ref": "Flag" }, true] }, { "fn": "getAttr", "argv": [{ "ref": "Names" }, "[0]"] }]""");
}
