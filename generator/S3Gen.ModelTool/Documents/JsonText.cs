using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Documents;

/// <summary>The one form in which models are written: two spaces, line feeds, one at the end, nothing escaped that need not be.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(JsonObject root)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Format))
        {
            root.WriteTo(writer);
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    /// <summary>Replaces the file in one step: a reader sees the old text or the new one.</summary>
    public static void Replace(string file, byte[] text)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        string temporary = Path.Combine(folder, $".{Path.GetFileName(file)}.{Guid.NewGuid():N}");
        try
        {
            File.WriteAllBytes(temporary, text);
            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
