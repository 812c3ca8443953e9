using System.Text.Json;
using System.Text.RegularExpressions;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Endpoints;

namespace S3Gen.Runtime.Tests.Endpoints;

/// <summary>The table of partitions is that of <c>model/partitions.json</c>.</summary>
public sealed class PartitionTableTests
{
    private static readonly JsonElement[] Partitions = Read();

    [Test]
    public void Partitions_are_those_of_the_file_in_its_order() =>
        Assert.That(PartitionTable.All.Select(partition => partition.Name), Is.EqualTo(Partitions.Select(Id)));

    [TestCaseSource(nameof(Partitions))]
    public void Outputs_are_those_of_the_file(JsonElement json)
    {
        PartitionFacts facts = PartitionTable.All.Single(partition => partition.Name == Id(json));
        JsonElement outputs = json.GetProperty("outputs");

        Assert.That(facts.DnsSuffix, Is.EqualTo(outputs.GetProperty("dnsSuffix").GetString()));
        Assert.That(facts.DualStackDnsSuffix, Is.EqualTo(outputs.GetProperty("dualStackDnsSuffix").GetString()));
        Assert.That(facts.ImplicitGlobalRegion, Is.EqualTo(outputs.GetProperty("implicitGlobalRegion").GetString()));
        Assert.That(facts.SupportsFips, Is.EqualTo(outputs.GetProperty("supportsFIPS").GetBoolean()));
        Assert.That(facts.SupportsDualStack, Is.EqualTo(outputs.GetProperty("supportsDualStack").GetBoolean()));
    }

    [TestCaseSource(nameof(Partitions))]
    public void Every_region_of_the_file_is_found_in_its_partition(JsonElement json)
    {
        foreach (JsonProperty region in json.GetProperty("regions").EnumerateObject())
        {
            Assert.That(PartitionTable.Find(region.Name).Name, Is.EqualTo(Id(json)), region.Name);
            Assert.That(region.Value.EnumerateObject().Select(field => field.Name), Is.EquivalentTo(new[] { "description" }), "a region has outputs of its own");
        }
    }

    [Test]
    public void Names_of_any_kind_are_found_where_the_patterns_of_the_file_have_them()
    {
        string[] starts = ["us", "eu", "mx", "cn", "eusc-de", "eusc", "us-iso", "us-isob", "eu-isoe", "us-isof", "us-gov", "zz", "xus", ""];
        string[] rests = ["-east-1", "-east-12", "-we_st2-1", "-east-", "--1", "-east-1a", "-east", "-1", "-east-west-1", "-east-1-", "-öst-1", ""];
        foreach (string region in starts.SelectMany(start => rests.Select(rest => start + rest)))
        {
            JsonElement expected = Partitions.FirstOrDefault(
                json => Regex.IsMatch(region, json.GetProperty("regionRegex").GetString()!, RegexOptions.ECMAScript | RegexOptions.CultureInvariant), Partitions[0]);

            Assert.That(PartitionTable.Find(region).Name, Is.EqualTo(Id(expected)), region);
        }
    }

    private static string Id(JsonElement json) => json.GetProperty("id").GetString()!;

    private static JsonElement[] Read()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "partitions.json")));
        return [.. document.RootElement.Clone().GetProperty("partitions").EnumerateArray()];
    }
}
