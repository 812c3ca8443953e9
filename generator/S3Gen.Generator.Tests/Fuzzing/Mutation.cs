using System.Text.Json.Nodes;
using CsCheck;

namespace S3Gen.Generator.Tests.Fuzzing;

/// <summary>Changes one thing of a model's tree: takes it out, puts something odd or something from elsewhere there, renames it, or names something else.</summary>
internal sealed record Mutation(int Place, int Kind, int Choice)
{
    public static Gen<Mutation> Any { get; } =
        Gen.Select(Gen.Int[0, 1 << 20], Gen.Int[0, 5], Gen.Int[0, 1 << 20]).Select((place, kind, choice) => new Mutation(place, kind, choice));

    public void Apply(JsonNode root)
    {
        List<(JsonNode Parent, string? Name, int Index)> places = [];
        Collect(root, places);
        (JsonNode parent, string? name, int index) = places[Place % places.Count];
        (JsonNode otherParent, string? otherName, int otherIndex) = places[Choice % places.Count];
        JsonNode? other = otherName is null ? otherParent[otherIndex] : otherParent[otherName];
        switch (Kind)
        {
            case 0 when name is not null:
                ((JsonObject)parent).Remove(name);
                break;
            case 1 when name is not null:
                Rename((JsonObject)parent, name, Odd.Names[Choice % Odd.Names.Length]);
                break;
            case 2 when name is not null:
                Rename((JsonObject)parent, name, otherName ?? name);
                break;
            case 3 when name is "target":
                parent[name] = Ids(root)[Choice % Ids(root).Length];
                break;
            case 4:
                Set(parent, name, index, other?.DeepClone());
                break;
            default:
                Set(parent, name, index, Odd.Value(Choice % Odd.Json.Length));
                break;
        }
    }

    private static string[] Ids(JsonNode root) => root["shapes"] is JsonObject shapes ? [.. shapes.Select(shape => shape.Key), "smithy.api#Unit", "smithy.api#Document"] : ["smithy.api#Unit"];

    private static void Set(JsonNode parent, string? name, int index, JsonNode? value)
    {
        if (name is null)
        {
            parent[index] = value;
        }
        else
        {
            parent[name] = value;
        }
    }

    private static void Rename(JsonObject parent, string name, string to)
    {
        // A shape keeps its namespace, or else every renamed one would be refused for that alone.
        string renamed = name.IndexOf('#', StringComparison.Ordinal) is > 0 and var hash && !to.Contains('#', StringComparison.Ordinal) ? name[..(hash + 1)] + to : to;
        JsonNode? value = parent[name];
        parent.Remove(name);
        parent[renamed] = value?.DeepClone();
    }

    private static void Collect(JsonNode node, List<(JsonNode, string?, int)> places)
    {
        if (node is JsonObject properties)
        {
            foreach ((string name, JsonNode? value) in properties)
            {
                places.Add((node, name, 0));
                if (value is not null)
                {
                    Collect(value, places);
                }
            }
        }
        else if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                places.Add((node, null, i));
                if (items[i] is { } item)
                {
                    Collect(item, places);
                }
            }
        }
    }
}
