using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Emitting;

/// <summary>The server's end of operations.</summary>
public sealed class ServerTests
{
    [TestCase("zoo#TextLists", "More = request.QueryListMap(),")]
    [TestCase("zoo#Texts", "More = request.QueryMap(),")]
    public void Map_of_query_parameters_is_read_with_as_many_values_as_its_type_holds(string target, string expected)
    {
        const string Declaration = "\"More\": { \"target\": \"zoo#TextLists\"";
        GeneratorRun run = GeneratorRun.Of(TraitZoo.Model.Replace(Declaration, $"\"More\": {{ \"target\": \"{target}\"", StringComparison.Ordinal), null, ("Emit", "server"));

        Assert.That(run.Diagnostics, Is.Empty);
        Assert.That(run.Sources.Single(file => file.Key.EndsWith("/Feed.g.cs", StringComparison.Ordinal)).Value, Does.Contain(expected));
    }
}
