using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Import;

/// <summary>The one form in which models are kept: two spaces, members in their order, letters as they are, a line feed at the end.</summary>
internal static class ModelText
{
    private static readonly JsonWriterOptions Form = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(JsonObject model)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Form))
        {
            model.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    public static int Operations(JsonObject model) =>
        model["shapes"]!.AsObject().Count(shape => (string?)shape.Value?["type"] == "operation");
}
