using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Diff;

/// <summary>What differs between two models as callers of their clients see it.</summary>
internal static class ModelDiff
{
    private static readonly string[] BindingTraits =
    [
        "smithy.api#http", "smithy.api#httpHeader", "smithy.api#httpQuery", "smithy.api#httpLabel", "smithy.api#httpPayload", "smithy.api#httpPrefixHeaders",
        "smithy.api#httpQueryParams", "smithy.api#httpResponseCode", "smithy.api#xmlName", "smithy.api#xmlFlattened", "smithy.api#xmlAttribute",
        "smithy.api#xmlNamespace", "smithy.api#timestampFormat", "smithy.api#enumValue", "smithy.api#error",
    ];

    public static IEnumerable<Change> Between(JsonObject before, JsonObject after)
    {
        JsonObject old = before["shapes"] as JsonObject ?? [];
        JsonObject now = after["shapes"] as JsonObject ?? [];
        foreach (string id in old.Select(shape => shape.Key).Union(now.Select(shape => shape.Key)).Order(StringComparer.Ordinal))
        {
            foreach (Change change in (old[id], now[id]) switch
            {
                (JsonObject gone, null) => [new Change($"- {Kind(gone)} {Name(id)} is gone", IsBreaking: true)],
                (null, JsonObject added) => [new Change($"+ {Kind(added)} {Name(id)}", IsBreaking: false)],
                (JsonObject left, JsonObject right) => Shapes(id, left, right),
                _ => Enumerable.Empty<Change>(),
            })
            {
                yield return change;
            }
        }
    }

    private static IEnumerable<Change> Shapes(string id, JsonObject before, JsonObject after)
    {
        string name = Name(id);
        if (Kind(before) != Kind(after))
        {
            yield return new Change($"~ {name} was a {Kind(before)} and is a {Kind(after)}", IsBreaking: !IsCompatible(before, after));
            yield break;
        }

        foreach (Change change in Bindings(name, before, after).Concat(References(name, before, after)).Concat(Members(name, before, after)))
        {
            yield return change;
        }
    }

    private static IEnumerable<Change> References(string name, JsonObject before, JsonObject after)
    {
        foreach (string reference in new[] { "input", "output", "member", "key", "value" })
        {
            if (Target(before[reference]) != Target(after[reference]))
            {
                yield return new Change($"~ {name}: {reference} was {Short(before[reference])} and is {Short(after[reference])}", IsBreaking: true);
            }
        }

        string[] oldErrors = Errors(before);
        string[] newErrors = Errors(after);
        foreach (string error in newErrors.Except(oldErrors))
        {
            yield return new Change($"+ {name}: may answer with {Name(error)}", IsBreaking: false);
        }

        foreach (string error in oldErrors.Except(newErrors))
        {
            yield return new Change($"- {name}: no longer answers with {Name(error)}", IsBreaking: false);
        }
    }

    private static IEnumerable<Change> Members(string name, JsonObject before, JsonObject after)
    {
        Dictionary<string, JsonNode?> old = MembersOf(before);
        Dictionary<string, JsonNode?> now = MembersOf(after);
        string kind = Kind(before) is "enum" or "intEnum" ? "value" : "member";
        foreach (string member in old.Keys.Union(now.Keys))
        {
            string path = $"{name}.{member}";
            switch (old.GetValueOrDefault(member), now.GetValueOrDefault(member))
            {
                case (not null, null):
                    yield return new Change($"- {kind} {path} is gone", IsBreaking: true);
                    break;
                case (null, JsonObject added):
                    bool required = Has(added, "smithy.api#required");
                    yield return new Change($"+ {kind} {path}{(required ? ", required" : string.Empty)}", IsBreaking: required);
                    break;
                case (JsonObject left, JsonObject right):
                    foreach (Change change in MemberChanges(path, left, right))
                    {
                        yield return change;
                    }

                    break;
            }
        }
    }

    /// <summary>Members by name, values of an enum by what travels: how a model names a value is no business of callers.</summary>
    private static Dictionary<string, JsonNode?> MembersOf(JsonObject shape)
    {
        IEnumerable<KeyValuePair<string, JsonNode?>> members = shape["members"] as JsonObject ?? [];
        return members.ToDictionary(member => member.Value?["traits"]?["smithy.api#enumValue"]?.ToString() ?? member.Key, member => member.Value);
    }

    private static IEnumerable<Change> MemberChanges(string path, JsonObject before, JsonObject after)
    {
        if (Target(before) != Target(after))
        {
            yield return new Change($"~ {path} was {Name(Target(before)!)} and is {Name(Target(after)!)}", IsBreaking: true);
        }

        bool wasRequired = Has(before, "smithy.api#required");
        bool isRequired = Has(after, "smithy.api#required");
        if (wasRequired != isRequired)
        {
            yield return new Change($"~ {path} {(isRequired ? "has become required" : "is no longer required")}", IsBreaking: isRequired);
        }

        foreach (Change change in Bindings(path, before, after))
        {
            yield return change;
        }
    }

    // What travels differently is the same to callers, and yet what a reviewer wants to see first.
    private static IEnumerable<Change> Bindings(string path, JsonObject before, JsonObject after)
    {
        foreach (string trait in BindingTraits)
        {
            JsonNode? left = before["traits"]?[trait];
            JsonNode? right = after["traits"]?[trait];
            if (!JsonNode.DeepEquals(left, right))
            {
                yield return new Change($"~ {path}: {Name(trait)} was {left?.ToJsonString() ?? "not there"} and is {right?.ToJsonString() ?? "not there"}", IsBreaking: trait == "smithy.api#enumValue");
            }
        }
    }

    // A string that gets known values is still any text to C# callers of an open enum, but its type changes; a union's kin does not.
    private static bool IsCompatible(JsonObject before, JsonObject after) =>
        Kind(before) == "set" && Kind(after) == "list";

    private static string[] Errors(JsonObject shape) => [.. (shape["errors"] as JsonArray ?? []).Select(Target).OfType<string>()];

    private static string? Target(JsonNode? node) => (string?)node?["target"];

    private static string Short(JsonNode? node) => Target(node) is { } target ? Name(target) : "nothing";

    private static string Kind(JsonObject shape) => (string?)shape["type"] ?? "shape";

    private static bool Has(JsonObject member, string trait) => member["traits"]?[trait] is not null;

    private static string Name(string id) => id[(id.IndexOf('#', StringComparison.Ordinal) + 1)..];
}
