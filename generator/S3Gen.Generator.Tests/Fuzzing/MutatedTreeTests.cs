using System.Text.Json.Nodes;
using CsCheck;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Fuzzing;

/// <summary>Models that are JSON, and wrong in what they say.</summary>
public sealed class MutatedTreeTests
{
    [Test]
    public void A_model_with_parts_changed_is_refused_or_generates() =>
        Mutation.Any.Array[1, 3].Sample(mutations => Survival.CheckZoo(Mutated(TraitZoo.Model, mutations)), iter: Survival.Cases(50));

    [Test]
    public void An_overlay_with_parts_changed_is_refused_or_generates() =>
        Mutation.Any.Array[1, 3].Sample(mutations => Survival.Check(TraitZoo.Model, Mutated(Overlay, mutations)), iter: Survival.Cases(25));

    [Test]
    public void Any_metadata_is_refused_or_generates() =>
        Gen.Select(
            Odd.Any(["Namespace", "ClientName", "Operations", "Accessibility", "Overlay"]),
            Gen.Select(Odd.Any(Odd.Names), Odd.Any(["", ".", ";", ",", "*", " ", "..", "/"]), Odd.Any(Odd.Names)).Select((a, b, c) => a + b + c))
            .Array[1, 2].Sample(
                pairs => Survival.Check(Models.Shelf, null, [.. pairs.DistinctBy(pair => pair.Item1).Select(pair => (pair.Item1, pair.Item2))]),
                iter: Survival.Cases(40));

    [Test]
    public void Names_of_every_kind_are_refused_or_generate() =>
        Gen.Select(Odd.Any(Odd.Names), Gen.Int[0, NamedPlaces.Length - 1]).Sample(
            (name, place) =>
            {
                (string model, string find) = NamedPlaces[place];
                string text = System.Text.Json.JsonSerializer.Serialize(name)[1..^1];
                Survival.Check(model.Replace(find, (find[0] == '"' ? "\"" : find[..(find.IndexOf('#', StringComparison.Ordinal) + 1)]) + text + "\"", StringComparison.Ordinal));
            },
            iter: Survival.Cases(50));

    [Test]
    public void A_long_chain_of_shapes_does_not_exhaust_the_stack()
    {
        const int Length = 20_000;
        JsonNode model = JsonNode.Parse(Models.Shelf)!;
        for (int i = 0; i < Length; i++)
        {
            JsonObject next = new() { ["target"] = i == Length - 1 ? "smithy.api#String" : $"shelf#Link{i + 1}" };
            model["shapes"]![$"shelf#Link{i}"] = new JsonObject { ["type"] = "list", ["member"] = next };
        }

        model["shapes"]!["shelf#Book"]!["members"]!["Chain"] = new JsonObject { ["target"] = "shelf#Link0" };
        Survival.Check(GeneratorRun.Of(model.ToJsonString()), "a long chain of lists");
    }

    private static readonly (string Model, string Find)[] NamedPlaces =
    [
        (Models.Shelf, "\"Pages\""), (Models.Shelf, "shelf#Book\""), (Models.Shelf, "shelf#Closed\""), (Models.Shelf, "shelf#PutBook\""), (Models.Shelf, "shelf#Shelf\""),
        (TraitZoo.Model, "\"CAT\""), (TraitZoo.Model, "\"cat\""), (TraitZoo.Model, "\"Meat\""), (TraitZoo.Model, "\"TWO\""), (TraitZoo.Model, "\"Roar\""), (TraitZoo.Model, "\"Where\""),
    ];

    private const string Overlay = """
        {
          "smithy": "2.0",
          "shapes": {
            "zoo#Feed": { "type": "apply", "traits": { "smithy.api#documentation": "Feeds <all> & \"sundry\".", "smithy.api#idempotent": {} } },
            "zoo#Animal": { "type": "apply", "traits": { "s3gen.traits#rename": { "name": "Creature" } } },
            "zoo#Animal$Name": { "type": "apply", "traits": { "smithy.api#xmlName": "Called", "smithy.api#required": {} } },
            "zoo#Sweep": { "type": "apply", "traits": { "s3gen.traits#paginated": { "inputTokens": ["Marker"], "outputTokens": ["NextMarker"], "items": "Animals" } } }
          }
        }
        """;

    private static string Mutated(string model, Mutation[] mutations)
    {
        JsonNode root = JsonNode.Parse(model)!;
        foreach (Mutation mutation in mutations)
        {
            mutation.Apply(root);
        }

        return root.ToJsonString();
    }
}
