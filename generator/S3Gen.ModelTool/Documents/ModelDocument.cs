using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Documents;

/// <summary>A JSON file with an object at its root, and where each value of it stands.</summary>
internal sealed class ModelDocument
{
    private readonly JsonPositions? _positions;

    private ModelDocument(ModelText text, JsonObject root, JsonPositions? positions)
    {
        Text = text;
        Root = root;
        _positions = positions;
    }

    public ModelText Text { get; }

    public string File => Text.File;

    public JsonObject Root { get; }

    /// <summary>The text was made here from another form, so that places in it tell nobody anything.</summary>
    public bool IsMade => _positions is null;

    public static ModelDocument Load(string file) => Parse(ModelText.Load(file));

    public static ModelDocument Parse(ModelText text)
    {
        JsonPositions positions = JsonPositions.Read(text.File, text.Utf8);
        return JsonNode.Parse(text.Utf8) is JsonObject root
            ? new(text, root, positions)
            : throw new ModelException(text.File, new TextPosition(1, 1), "a model is a JSON object");
    }

    /// <summary>A document that was made here, and thus has no positions.</summary>
    public static ModelDocument Made(string file, JsonObject root) => new(new ModelText(file, JsonText.Write(root)), root, null);

    public Fault FaultAt(string pointer, string message) => new(File, _positions?.Of(pointer), message);
}
