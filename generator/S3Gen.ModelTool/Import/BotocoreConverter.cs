using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Import;

/// <summary>botocore's <c>service-2.json</c> ("C2J") as a Smithy JSON AST: service and operations.</summary>
internal sealed class BotocoreConverter(JsonObject published)
{
    private readonly JsonObject _metadata = published["metadata"]!.AsObject();
    private readonly JsonObject _shapes = [];

    private string Namespace => "com.amazonaws." + ((string?)_metadata["serviceId"] ?? "service").Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    /// <exception cref="FormatException">The service does not speak rest-xml.</exception>
    public JsonObject Convert()
    {
        if ((string?)_metadata["protocol"] != "rest-xml")
        {
            throw new FormatException($"The service speaks {_metadata["protocol"]}; rest-xml is the one protocol that is supported.");
        }

        JsonArray operations = [];
        foreach ((string name, JsonNode? operation) in published["operations"]!.AsObject())
        {
            operations.Add(Target(name));
            _shapes[Id(name)] = ConvertOperation(operation!.AsObject());
        }

        _shapes[Id(ServiceName)] = ConvertService(operations);
        BotocoreShapes shapes = new(published, Id);
        foreach ((string id, JsonObject shape) in shapes.Convert())
        {
            _shapes[id] = shape;
        }

        return new JsonObject
        {
            ["smithy"] = "2.0",
            ["shapes"] = new JsonObject(_shapes.OrderBy(shape => shape.Key, StringComparer.Ordinal).Select(shape => KeyValuePair.Create(shape.Key, shape.Value?.DeepClone()))),
        };
    }

    private string ServiceName => (((string?)_metadata["serviceAbbreviation"]) ?? (string)_metadata["serviceFullName"]!).Replace(" ", string.Empty, StringComparison.Ordinal);

    private string Id(string name) => $"{Namespace}#{name}";

    private JsonObject Target(string name) => new() { ["target"] = Id(name) };

    private JsonObject ConvertService(JsonArray operations)
    {
        string signingName = (string?)_metadata["signingName"] ?? (string)_metadata["endpointPrefix"]!;
        JsonObject traits = new()
        {
            ["aws.api#service"] = new JsonObject { ["sdkId"] = (string?)_metadata["serviceId"], ["endpointPrefix"] = (string?)_metadata["endpointPrefix"] },
            ["aws.auth#sigv4"] = new JsonObject { ["name"] = signingName },

            // S3 alone sends errors without a wrapper.
            ["aws.protocols#restXml"] = (string?)_metadata["serviceId"] == "S3" ? new JsonObject { ["noErrorWrapping"] = true } : new JsonObject(),
            ["smithy.api#title"] = (string?)_metadata["serviceFullName"],
        };
        if (ServiceNamespace() is { } space)
        {
            traits["smithy.api#xmlNamespace"] = space;
        }

        if (published["clientContextParams"] is JsonObject parameters)
        {
            traits["smithy.rules#clientContextParams"] = parameters.DeepClone();
        }

        return new JsonObject { ["type"] = "service", ["version"] = (string?)_metadata["apiVersion"], ["operations"] = operations, ["traits"] = traits };
    }

    // C2J repeats the namespace at each document; Smithy has it once, at the service.
    private JsonObject? ServiceNamespace()
    {
        IEnumerable<JsonNode?> inputs = published["operations"]!.AsObject().Select(operation => operation.Value?["input"]?["xmlNamespace"]);
        IEnumerable<JsonNode?> members = published["shapes"]!.AsObject().SelectMany(shape => shape.Value?["members"] as JsonObject ?? []).Select(member => member.Value?["xmlNamespace"]);
        JsonNode? space = inputs.Concat(members).FirstOrDefault(node => node is JsonObject found && found["prefix"] is null);
        string? uri = space is JsonObject named ? (string?)named["uri"] : (string?)_metadata["xmlNamespace"];
        return uri is null ? null : new JsonObject { ["uri"] = uri };
    }

    private JsonObject ConvertOperation(JsonObject operation)
    {
        JsonObject http = operation["http"]!.AsObject();
        JsonObject result = new() { ["type"] = "operation" };
        result["input"] = new JsonObject { ["target"] = operation["input"] is { } input ? Id((string)input["shape"]!) : "smithy.api#Unit" };
        result["output"] = new JsonObject { ["target"] = operation["output"] is { } output ? Id((string)output["shape"]!) : "smithy.api#Unit" };
        if (operation["errors"] is JsonArray { Count: > 0 } errors)
        {
            result["errors"] = new JsonArray([.. errors.Select(error => Target((string)error!["shape"]!))]);
        }

        JsonObject traits = new()
        {
            ["smithy.api#http"] = new JsonObject
            {
                ["method"] = (string?)http["method"],
                ["uri"] = (string?)http["requestUri"],
                ["code"] = http["responseCode"]?.DeepClone() ?? 200,
            },
        };
        CopyTraits(operation, traits);
        result["traits"] = traits;
        return result;
    }

    private static void CopyTraits(JsonObject operation, JsonObject traits)
    {
        Copy("httpChecksum", "aws.protocols#httpChecksum");
        Copy("staticContextParams", "smithy.rules#staticContextParams");
        if (operation["endpoint"] is JsonObject endpoint)
        {
            traits["smithy.api#endpoint"] = new JsonObject { ["hostPrefix"] = (string?)endpoint["hostPrefix"] };
        }

        if (operation["unsignedPayload"] is not null)
        {
            traits["aws.auth#unsignedPayload"] = new JsonObject();
        }

        if (operation["deprecated"] is not null)
        {
            traits["smithy.api#deprecated"] = new JsonObject();
        }

        void Copy(string name, string trait)
        {
            if (operation[name] is { } value)
            {
                traits[trait] = value.DeepClone();
            }
        }
    }
}
