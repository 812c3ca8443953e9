using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Import;

/// <summary>Takes the prose and the test data out of a Smithy model, and nothing else.</summary>
internal static class ProseStripper
{
    private static readonly string[] ProseTraits =
    [
        "smithy.api#documentation",
        "smithy.api#examples",
        "smithy.api#externalDocumentation",
        "smithy.rules#endpointTests",
    ];

    public static void Strip(JsonObject model)
    {
        foreach ((_, JsonNode? shape) in model["shapes"] as JsonObject ?? [])
        {
            if (shape is not JsonObject found)
            {
                continue;
            }

            StripTraits(found);
            foreach (string part in (string[])["member", "key", "value"])
            {
                StripTraits(found[part] as JsonObject);
            }

            foreach ((_, JsonNode? member) in found["members"] as JsonObject ?? [])
            {
                StripTraits(member as JsonObject);
            }
        }
    }

    private static void StripTraits(JsonObject? owner)
    {
        if (owner?["traits"] is not JsonObject traits)
        {
            return;
        }

        int before = traits.Count;
        foreach (string name in ProseTraits)
        {
            traits.Remove(name);
        }

        if (traits.Count == 0 && before > 0)
        {
            owner.Remove("traits");
        }

        foreach ((string name, JsonNode? value) in traits)
        {
            if (name.StartsWith("smithy.rules#", StringComparison.Ordinal))
            {
                StripDocumentation(value);
            }
        }
    }

    private static void StripDocumentation(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                StripDocumentation(item);
            }
        }
        else if (node is JsonObject found)
        {
            // A parameter may be named "documentation" and is then an object.
            if (found["documentation"] is JsonValue)
            {
                found.Remove("documentation");
            }

            foreach ((_, JsonNode? value) in found)
            {
                StripDocumentation(value);
            }
        }
    }
}
