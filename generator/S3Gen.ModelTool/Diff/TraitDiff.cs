using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Diff;

/// <summary>Traits of one shape or member; how a change of each bears on callers.</summary>
internal static class TraitDiff
{
    private const int MostProperties = 4;
    private const int LongestValue = 100;
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<Change> Compare(string subject, JsonObject older, JsonObject newer, bool isSent)
    {
        Dictionary<string, JsonNode?> had = Ast.Traits(older).ToDictionary(StringComparer.Ordinal);
        Dictionary<string, JsonNode?> has = Ast.Traits(newer).ToDictionary(StringComparer.Ordinal);
        foreach (string trait in had.Keys.Union(has.Keys).Order(StringComparer.Ordinal))
        {
            bool was = had.TryGetValue(trait, out JsonNode? before);
            bool now = has.TryGetValue(trait, out JsonNode? after);
            if (was && now && JsonNode.DeepEquals(before, after))
            {
                continue;
            }

            string detail = Describe(Ast.LocalName(trait), was, now, before, after);
            yield return Change.Changed(subject, detail, IsBreaking(trait, was, now, before, after, isSent));
        }
    }

    private static bool IsBreaking(string trait, bool was, bool now, JsonNode? before, JsonNode? after, bool isSent) => trait switch
    {
        "smithy.api#required" => now && isSent,
        "smithy.api#range" or "smithy.api#length" => now && isSent && Narrows(before, after),
        "smithy.api#pattern" => now && isSent,
        "smithy.api#paginated" or "smithy.waiters#waitable" => was && Loses(before, after),
        "smithy.api#error" or "smithy.api#streaming" or "smithy.api#enumValue" => true,
        _ => false,
    };

    private static bool Narrows(JsonNode? before, JsonNode? after) =>
        Bound(after, "min") > (Bound(before, "min") ?? double.NegativeInfinity)
        || Bound(after, "max") < (Bound(before, "max") ?? double.PositiveInfinity);

    private static double? Bound(JsonNode? range, string side) =>
        (range as JsonObject)?[side] is JsonValue value && value.TryGetValue(out double bound) ? bound : null;

    private static bool Loses(JsonNode? before, JsonNode? after) =>
        (before as JsonObject ?? []).Any(property => (after as JsonObject)?.ContainsKey(property.Key) != true);

    private static string Describe(string trait, bool was, bool now, JsonNode? before, JsonNode? after)
    {
        if (before is JsonObject oldObject && after is JsonObject newObject)
        {
            return DescribeProperties(trait, oldObject, newObject);
        }

        if (was && now)
        {
            return Short(before) is { } old && Short(after) is { } current ? $"{trait} {old} → {current}" : $"{trait} changed";
        }

        string value = Short(now ? after : before) is { } text && text != "{}" ? $" {text}" : "";
        return now ? $"now {trait}{value}" : $"no longer {trait}{value}";
    }

    private static string DescribeProperties(string trait, JsonObject before, JsonObject after)
    {
        IEnumerable<string> parts = before.Concat(after).Select(p => p.Key).Distinct()
            .Where(name => !JsonNode.DeepEquals(before[name], after[name]))
            .Select(name => Describe($"{trait}.{name}", before.ContainsKey(name), after.ContainsKey(name), before[name], after[name]));
        return string.Join("; ", parts.Take(MostProperties)) + (parts.Skip(MostProperties).Any() ? "; …" : "");
    }

    private static string? Short(JsonNode? value)
    {
        string text = value?.ToJsonString(Compact) ?? "null";
        return text.Length <= LongestValue ? text : null;
    }
}
