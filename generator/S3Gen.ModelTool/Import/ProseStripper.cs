using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Import;

/// <summary>Takes prose and test data out of a model: our words are in the overlay, and the tests have data of their own.</summary>
internal static class ProseStripper
{
    private static readonly string[] Dropped =
    [
        "smithy.api#documentation", "smithy.api#examples", "smithy.api#externalDocumentation", "smithy.rules#endpointTests",
    ];

    public static void Strip(JsonObject model)
    {
        foreach ((_, JsonNode? shape) in model["shapes"]?.AsObject() ?? [])
        {
            StripTraits(shape);
            StripTraits(shape?["member"]);
            StripTraits(shape?["key"]);
            StripTraits(shape?["value"]);
            foreach ((_, JsonNode? member) in shape?["members"] as JsonObject ?? [])
            {
                StripTraits(member);
            }
        }
    }

    private static void StripTraits(JsonNode? node)
    {
        if (node is not JsonObject owner || owner["traits"] is not JsonObject traits)
        {
            return;
        }

        foreach (string trait in Dropped)
        {
            traits.Remove(trait);
        }

        foreach ((string name, JsonNode? trait) in traits)
        {
            if (name.StartsWith("smithy.rules#", StringComparison.Ordinal))
            {
                StripDocumentation(trait);
            }
        }

        if (traits.Count == 0)
        {
            owner.Remove("traits");
        }
    }

    private static void StripDocumentation(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject entries:
                if (entries["documentation"] is JsonValue)
                {
                    entries.Remove("documentation");
                }

                foreach ((_, JsonNode? entry) in entries)
                {
                    StripDocumentation(entry);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    StripDocumentation(item);
                }

                break;
        }
    }
}
