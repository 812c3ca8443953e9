using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Import;

/// <summary>Reads a model in either form in which AWS publishes it, without its prose.</summary>
internal static class PublishedModel
{
    /// <exception cref="FormatException">The file is neither.</exception>
    public static JsonObject Read(string path)
    {
        JsonObject published = JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new FormatException($"{path} is no JSON object.");
        JsonObject model = published.ContainsKey("smithy") ? published
            : published["metadata"] is JsonObject ? new BotocoreConverter(published).Convert()
            : throw new FormatException($"{path} is neither a Smithy JSON AST nor a service-2.json of botocore.");
        ProseStripper.Strip(model);
        return model;
    }
}
