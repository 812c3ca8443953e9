using System.Text.Json;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Subsets;

/// <summary>What a choice of S3's operations reaches, found from the JSON alone and thus independently of the generator.</summary>
internal sealed class ReachableShapes
{
    private static readonly JsonElement Shapes = JsonDocument.Parse(Models.S3).RootElement.GetProperty("shapes");
    private static readonly JsonElement Overlay = JsonDocument.Parse(Models.S3Overlay).RootElement.GetProperty("shapes");

    private readonly HashSet<string> _visited = [];

    public ReachableShapes(IEnumerable<string> operations)
    {
        foreach (JsonElement operation in operations.Select(name => Shapes.GetProperty("com.amazonaws.s3#" + name)))
        {
            VisitMembers(operation.GetProperty("input").GetProperty("target").GetString()!);
            VisitMembers(operation.GetProperty("output").GetProperty("target").GetString()!);
            foreach (JsonElement error in operation.TryGetProperty("errors", out JsonElement errors) ? errors.EnumerateArray() : [])
            {
                string id = error.GetProperty("target").GetString()!;
                Errors.Add(Name(id));
                VisitMembers(id);
            }
        }
    }

    public static IReadOnlyList<string> AllOperations { get; } =
        [.. Shapes.EnumerateObject().Where(shape => shape.Value.GetProperty("type").GetString() == "operation").Select(shape => Name(shape.Name)).Order(StringComparer.Ordinal)];

    /// <summary>C# names of the structures, unions and enums that members have as their type.</summary>
    public SortedSet<string> Types { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Errors { get; } = new(StringComparer.Ordinal);

    private void VisitMembers(string id)
    {
        if (!Shapes.TryGetProperty(id, out JsonElement shape))
        {
            return;
        }

        IEnumerable<JsonElement> members = shape.TryGetProperty("members", out JsonElement named) ? named.EnumerateObject().Select(member => member.Value) : [];
        foreach (string part in new[] { "member", "key", "value" })
        {
            members = shape.TryGetProperty(part, out JsonElement member) ? members.Append(member) : members;
        }

        foreach (string target in members.Select(member => member.GetProperty("target").GetString()!).Where(_visited.Add))
        {
            if (Shapes.TryGetProperty(target, out JsonElement type) && type.GetProperty("type").GetString() is "structure" or "union" or "enum")
            {
                Types.Add(Renamed(target) ?? Name(target));
            }

            VisitMembers(target);
        }
    }

    private static string? Renamed(string id) =>
        Overlay.TryGetProperty(id, out JsonElement applied) && applied.GetProperty("traits").TryGetProperty("s3gen.traits#rename", out JsonElement rename)
            ? rename.GetProperty("name").GetString() : null;

    private static string Name(string id) => id[(id.IndexOf('#', StringComparison.Ordinal) + 1)..];
}
