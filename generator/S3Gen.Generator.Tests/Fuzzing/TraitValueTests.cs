using System.Reflection;
using System.Text.Json.Nodes;
using S3Gen.Generator.Model;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Fuzzing;

/// <summary>Every trait that the generator reads, with every odd value in its place.</summary>
public sealed class TraitValueTests
{
    private static IEnumerable<string> Traits => typeof(TraitIds)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Where(id => id.IsLiteral).Select(id => (string)id.GetRawConstantValue()!);

    [Test]
    public void The_zoo_uses_every_trait_and_compiles()
    {
        Assert.Multiple(() =>
        {
            foreach (string trait in Traits)
            {
                Assert.That(TraitZoo.Model, Does.Contain($"\"{trait}\""));
            }
        });
        Assert.That(GeneratorRun.Of(TraitZoo.Model).Diagnostics, Is.Empty);
        Survival.Check(TraitZoo.Model);
    }

    [TestCaseSource(nameof(Traits))]
    public void Any_value_of_a_trait_is_refused_or_generates(string trait)
    {
        JsonNode zoo = JsonNode.Parse(TraitZoo.Model)!;
        foreach (JsonObject traits in Places(zoo, trait))
        {
            JsonNode? original = traits[trait];
            foreach (string odd in Odd.Some)
            {
                traits[trait] = JsonNode.Parse(odd);
                Survival.CheckZoo(zoo.ToJsonString());
            }

            foreach (string property in (original as JsonObject)?.Select(pair => pair.Key).ToArray() ?? [])
            {
                foreach (string odd in Odd.Few)
                {
                    JsonObject changed = (JsonObject)original!.DeepClone();
                    changed[property] = JsonNode.Parse(odd);
                    traits[trait] = changed;
                    Survival.CheckZoo(zoo.ToJsonString());
                }
            }

            traits[trait] = original;
        }
    }

    private static IEnumerable<JsonObject> Places(JsonNode? node, string trait)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject found => found.Select(pair => pair.Value),
            JsonArray items => items,
            _ => [],
        };
        JsonObject[] own = node is JsonObject candidate && candidate.ContainsKey(trait) ? [candidate] : [];
        return own.Concat(children.SelectMany(child => Places(child, trait)));
    }
}
