using System.Text.Json.Nodes;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Restoring;

/// <summary>The repository's model in a folder of its own, from which an operation can be taken out.</summary>
internal sealed class TemporaryModel : IDisposable
{
    private const string Namespace = "com.amazonaws.s3#";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s3gen-model-");

    public TemporaryModel()
    {
        File.WriteAllText(Published, Models.S3);
        File.WriteAllText(Model, Models.S3);
        File.WriteAllText(Overlay, Models.S3Overlay);
    }

    /// <summary>The model as AWS publishes it.</summary>
    public string Published => Path.Combine(_folder.FullName, "published.json");

    public string Model => Path.Combine(_folder.FullName, "s3.json");

    public string Overlay => Path.Combine(_folder.FullName, "s3.overlay.json");

    /// <summary>Takes an operation with its input and output out of the model; the overlay keeps what it says of them.</summary>
    public void TakeOut(string operation)
    {
        JsonNode model = JsonNode.Parse(File.ReadAllText(Model))!;
        JsonObject shapes = model["shapes"]!.AsObject();
        JsonArray operations = shapes[Namespace + "AmazonS3"]!["operations"]!.AsArray();
        operations.Remove(operations.Single(entry => (string)entry!["target"]! == Namespace + operation));
        foreach (string id in shapes.Select(shape => shape.Key).Where(id => IsPartOf(id, operation)).ToArray())
        {
            shapes.Remove(id);
        }

        File.WriteAllText(Model, model.ToJsonString());
    }

    /// <summary>Generates the client, leaving out what the overlay says of an operation that the model lacks.</summary>
    public GeneratorRun Generate(string? without = null)
    {
        JsonNode overlay = JsonNode.Parse(File.ReadAllText(Overlay))!;
        JsonObject statements = overlay["shapes"]!.AsObject();
        foreach (string id in statements.Select(statement => statement.Key).Where(id => without is not null && IsPartOf(id, without)).ToArray())
        {
            statements.Remove(id);
        }

        return GeneratorRun.Of(File.ReadAllText(Model), overlay.ToJsonString(), ("Namespace", "S3Gen"), ("ClientName", "S3Client"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool IsPartOf(string id, string operation) =>
        id[Namespace.Length..].Split('$')[0] is var name && (name == operation || name == operation + "Request" || name == operation + "Output");
}
