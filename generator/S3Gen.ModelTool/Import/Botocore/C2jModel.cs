using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Import.Botocore;

/// <summary>What the converters need to know of the C2J document as a whole.</summary>
internal sealed class C2jModel
{
    public const string StreamingBlob = "StreamingBlob";

    private readonly List<string> _notes = [];
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namespaces = new(StringComparer.Ordinal);

    private readonly ModelDocument _source;

    public C2jModel(ModelDocument source)
    {
        _source = source;
        JsonObject root = source.Root;
        Metadata = root["metadata"] as JsonObject ?? [];
        Operations = root["operations"] as JsonObject ?? [];
        Shapes = root["shapes"] as JsonObject ?? [];
        ClientContextParams = root["clientContextParams"] as JsonObject;
        string id = Letters(Ast.Text(Metadata["serviceId"]) ?? Ast.Text(Metadata["endpointPrefix"]) ?? "service");
        Namespace = $"com.amazonaws.{id.ToLowerInvariant()}";
        ServiceName = Letters(Ast.Text(Metadata["serviceAbbreviation"]) ?? Ast.Text(Metadata["serviceFullName"]) ?? "Service");
        RequireObjects();
        foreach ((string name, JsonNode? operation) in Operations)
        {
            VisitOperation(name, (JsonObject)operation!);
        }
    }

    public JsonObject Metadata { get; }

    public JsonObject Operations { get; }

    public JsonObject Shapes { get; }

    public JsonObject? ClientContextParams { get; }

    public string Namespace { get; }

    public string ServiceName { get; }

    public bool HasStreamingBlob { get; private set; }

    public IReadOnlyList<string> Notes => _notes;

    public IEnumerable<string> UsedShapes => _used;

    /// <summary>The namespace of all bodies; null when there are several, and each then keeps its own.</summary>
    public string? XmlNamespace => _namespaces.Count == 1 ? _namespaces.First() : null;

    public string Id(string name) => $"{Namespace}#{name}";

    public JsonObject Reference(string name) => new() { ["target"] = Id(name) };

    public JsonObject Shape(string name) => (JsonObject)Shapes[name]!;

    public ModelException Unusable(string pointer, string message) => new([_source.FaultAt(pointer, message)]);

    public void Note(string text) => _notes.Add(text);

    /// <summary>How many operations and members name the shape.</summary>
    public int Uses(string name) => _uses.GetValueOrDefault(name);

    public static bool IsTrue(JsonObject of, string flag) => of[flag] is JsonValue value && value.TryGetValue(out bool set) && set;

    public static IEnumerable<(string Name, JsonObject Member)> Members(JsonObject shape) =>
        (shape["members"] as JsonObject ?? []).Select(m => (m.Key, (JsonObject)m.Value!));

    private void RequireObjects()
    {
        foreach ((string place, JsonObject all) in ((string, JsonObject)[])[("operations", Operations), ("shapes", Shapes)])
        {
            foreach ((string name, JsonNode? value) in all)
            {
                if (value is not JsonObject found || (found["members"] as JsonObject ?? []).Any(m => m.Value is not JsonObject))
                {
                    throw Unusable($"/{place}/{name}", $"{name} or one of its members is not an object");
                }
            }
        }
    }

    private void VisitOperation(string name, JsonObject operation)
    {
        VisitReference(operation["input"], $"/operations/{name}/input");
        VisitReference(operation["output"], $"/operations/{name}/output");
        JsonArray errors = operation["errors"] as JsonArray ?? [];
        for (int i = 0; i < errors.Count; i++)
        {
            VisitReference(errors[i], $"/operations/{name}/errors/{i}");
        }
    }

    private void VisitReference(JsonNode? node, string pointer)
    {
        if (node is null)
        {
            return;
        }

        if (node is not JsonObject reference || Ast.Text(reference["shape"]) is not { } name || Shapes[name] is not JsonObject shape)
        {
            throw Unusable($"{pointer}/shape", $"unknown shape {Ast.Text((node as JsonObject)?["shape"])}");
        }

        if (reference["xmlNamespace"] is JsonObject space && !space.ContainsKey("prefix") && Ast.Text(space["uri"]) is { } uri)
        {
            _namespaces.Add(uri);
        }

        if (IsTrue(reference, "streaming"))
        {
            HasStreamingBlob = true;
            return;
        }

        _uses[name] = Uses(name) + 1;
        if (!_used.Add(name))
        {
            return;
        }

        foreach ((string member, JsonObject found) in Members(shape))
        {
            VisitReference(found, $"/shapes/{name}/members/{member}");
        }

        foreach (string part in (string[])["member", "key", "value"])
        {
            VisitReference(shape[part], $"/shapes/{name}/{part}");
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
}
