using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;
using S3Gen.ModelTool.Import.Botocore;

namespace S3Gen.ModelTool.Import;

/// <summary>A model in either published form, as a Smithy JSON AST.</summary>
internal static class PublishedModel
{
    public static ModelDocument Load(string file, TextWriter notes) => Read(ModelDocument.Load(file), notes);

    public static ModelDocument Read(ModelDocument published, TextWriter notes)
    {
        if (published.Root.ContainsKey("smithy"))
        {
            return published;
        }

        if (!BotocoreConverter.Recognizes(published.Root))
        {
            throw new ModelException(published.File, new TextPosition(1, 1), "neither a Smithy JSON AST nor a service-2.json of botocore");
        }

        BotocoreConverter converter = new(published);
        JsonObject converted = converter.Convert();
        foreach (string note in converter.Notes)
        {
            notes.WriteLine($"{published.File}: note: {note}");
        }

        return ModelDocument.Made(published.File, (JsonObject)JsonNode.Parse(JsonText.Write(converted))!);
    }
}
