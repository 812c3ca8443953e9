using System.Text.Json;

namespace S3Gen.ModelCases.Model;

/// <summary>Reads a model and its overlays from JSON ASTs.</summary>
public static class ModelFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "model");

    /// <summary>Reads the model that the client is generated from; its files lie beside the assembly.</summary>
    public static ServiceModel LoadS3() => LoadWithOverlay(Path.Combine(Folder, "s3.json"));

    /// <summary>Reads another model with our overlay, which means nothing to shapes that are not those of S3.</summary>
    public static ServiceModel LoadWithOverlay(string path) => Load(path, Path.Combine(Folder, "s3.overlay.json"));

    /// <summary>Reads a model. Overlays that are not there are left out.</summary>
    public static ServiceModel Load(string path, params string[] overlays)
    {
        JsonElement shapes = ReadShapes(path);
        JsonElement[] applied = [.. overlays.Where(File.Exists).Select(ReadShapes)];
        return new AstReader(shapes, applied).Read();
    }

    private static JsonElement ReadShapes(string path)
    {
        using FileStream file = File.OpenRead(path);
        using JsonDocument document = JsonDocument.Parse(file);
        return document.RootElement.GetProperty("shapes").Clone();
    }
}
