using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace S3Gen.ModelTool.Documents;

/// <summary>A JSON file with an object at its root, and where each value of it stands.</summary>
internal sealed class ModelDocument
{
    private readonly JsonPositions? _positions;

    private ModelDocument(string file, JsonObject root, JsonPositions? positions)
    {
        File = file;
        Root = root;
        _positions = positions;
    }

    public string File { get; }

    public JsonObject Root { get; }

    public static ModelDocument Load(string file) => Parse(file, ReadBytes(file));

    public static ModelDocument Parse(string file, byte[] text)
    {
        ReadOnlySpan<byte> utf8Mark = [0xEF, 0xBB, 0xBF];
        byte[] json = text.AsSpan().StartsWith(utf8Mark) ? text[3..] : text;
        if (!Utf8.IsValid(json))
        {
            throw new ModelException(file, null, "the text is not UTF-8");
        }

        JsonPositions positions = JsonPositions.Read(file, json);
        return JsonNode.Parse(json) is JsonObject root
            ? new(file, root, positions)
            : throw new ModelException(file, new TextPosition(1, 1), "a model is a JSON object");
    }

    /// <summary>A document that was made here, and thus has no positions.</summary>
    public static ModelDocument Made(string file, JsonObject root) => new(file, root, null);

    public Fault FaultAt(string pointer, string message) => new(File, _positions?.Of(pointer), message);

    private static byte[] ReadBytes(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return System.IO.File.ReadAllBytes(file);
        }

        using GZipStream unzipped = new(System.IO.File.OpenRead(file), CompressionMode.Decompress);
        using MemoryStream content = new();
        unzipped.CopyTo(content);
        return content.ToArray();
    }
}
