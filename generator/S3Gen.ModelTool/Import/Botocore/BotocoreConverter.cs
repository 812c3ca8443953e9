using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Import.Botocore;

/// <summary>Turns botocore's service-2.json, the C2J form of a model, into a Smithy JSON AST. Only rest-xml services are taken.</summary>
internal sealed class BotocoreConverter
{
    private static readonly string[] RuleFiles = ["endpoint-rule-set-1.json", "endpoint-rule-set-1.json.gz"];

    private readonly ModelDocument _source;
    private readonly C2jModel _model;

    public BotocoreConverter(ModelDocument source)
    {
        _source = source;
        _model = new(source);
    }

    /// <summary>What the source says and Smithy cannot, or the other way round.</summary>
    public IReadOnlyList<string> Notes => _model.Notes;

    public static bool Recognizes(JsonObject root) =>
        root["metadata"] is JsonObject && root["operations"] is JsonObject && root["shapes"] is JsonObject;

    public JsonObject Convert()
    {
        RequireRestXml();
        SortedDictionary<string, JsonObject> shapes = new(StringComparer.Ordinal);
        foreach ((string name, JsonNode? operation) in _model.Operations)
        {
            shapes.Add(_model.Id(name), OperationConverter.Convert(_model, name, (JsonObject)operation!));
        }

        foreach (string name in _model.UsedShapes)
        {
            shapes.Add(_model.Id(name), ShapeConverter.Convert(_model, name));
        }

        if (_model.HasStreamingBlob)
        {
            shapes.Add(_model.Id(C2jModel.StreamingBlob), ShapeConverter.StreamingBlob());
        }

        shapes.Add(_model.Id(_model.ServiceName), ServiceConverter.Convert(_model, EndpointRules()));
        return new JsonObject
        {
            ["smithy"] = "2.0",
            ["shapes"] = new JsonObject(shapes.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value))),
        };
    }

    private void RequireRestXml()
    {
        string? protocol = Ast.Text(_model.Metadata["protocol"]);
        if (protocol != "rest-xml")
        {
            throw _model.Unusable("/metadata/protocol", $"only rest-xml services are supported; this one speaks {protocol ?? "nothing"}");
        }
    }

    // botocore keeps the rule set in a file beside the model.
    private JsonObject? EndpointRules()
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(_source.File));
        string? file = RuleFiles.Select(name => Path.Combine(folder!, name)).FirstOrDefault(File.Exists);
        if (file is null)
        {
            _model.Note("no endpoint-rule-set-1.json beside the model: the result has no endpoint rules");
            return null;
        }

        return (JsonObject)ModelDocument.Load(file).Root.DeepClone();
    }
}
