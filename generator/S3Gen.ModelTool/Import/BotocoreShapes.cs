using System.Text.Json.Nodes;

namespace S3Gen.ModelTool.Import;

/// <summary>The shapes of botocore's <c>service-2.json</c> as shapes of a Smithy JSON AST.</summary>
internal sealed class BotocoreShapes(JsonObject published, Func<string, string> id)
{
    private readonly JsonObject _shapes = published["shapes"]!.AsObject();

    public IEnumerable<(string Id, JsonObject Shape)> Convert()
    {
        foreach ((string name, JsonNode? node) in _shapes)
        {
            JsonObject shape = node!.AsObject();
            yield return (id(name), (string)shape["type"]! switch
            {
                "structure" => ConvertStructure(shape),
                "list" => Aggregate(shape, "list", ("member", shape["member"]!)),
                "map" => Aggregate(shape, "map", ("key", shape["key"]!), ("value", shape["value"]!)),
                "string" or "character" when shape["enum"] is JsonArray values => ConvertEnum(shape, values),
                var type => ConvertSimple(shape, type),
            });
        }
    }

    private JsonObject ConvertStructure(JsonObject shape)
    {
        HashSet<string> required = [.. (shape["required"] as JsonArray ?? []).Select(member => (string)member!)];
        string? payload = (string?)shape["payload"];
        JsonObject members = [];
        foreach ((string member, JsonNode? node) in shape["members"]!.AsObject())
        {
            members[member] = ConvertMember(node!.AsObject(), isRequired: required.Contains(member), isPayload: member == payload);
        }

        bool isUnion = Is(shape, "union") || Is(shape, "eventstream");
        JsonObject result = new() { ["type"] = isUnion ? "union" : "structure", ["members"] = members };
        JsonObject traits = CommonTraits(shape);
        if (Is(shape, "eventstream"))
        {
            traits["smithy.api#streaming"] = new JsonObject();
        }

        if (Is(shape, "exception"))
        {
            int status = (int?)shape["error"]?["httpStatusCode"] ?? 400;
            traits["smithy.api#error"] = status >= 500 ? "server" : "client";
            traits["smithy.api#httpError"] = status;
        }

        if (shape["locationName"] is { } root)
        {
            traits["smithy.api#xmlName"] = (string?)root;
        }

        return WithTraits(result, traits);
    }

    private JsonObject ConvertMember(JsonObject member, bool isRequired, bool isPayload)
    {
        JsonObject target = _shapes[(string)member["shape"]!]!.AsObject();
        JsonObject traits = [];
        string? name = (string?)member["locationName"];
        (string? trait, JsonNode? value) = (string?)member["location"] switch
        {
            "header" => ("smithy.api#httpHeader", (JsonNode?)name),
            "headers" => ("smithy.api#httpPrefixHeaders", name ?? string.Empty),
            "querystring" when (string?)target["type"] == "map" => ("smithy.api#httpQueryParams", new JsonObject()),
            "querystring" => ("smithy.api#httpQuery", name),
            "uri" => ("smithy.api#httpLabel", new JsonObject()),
            "statusCode" => ("smithy.api#httpResponseCode", new JsonObject()),
            _ when isPayload => ("smithy.api#httpPayload", new JsonObject()),
            _ => (null, null),
        };
        if (trait is not null)
        {
            traits[trait] = value;
        }

        if (isRequired)
        {
            traits["smithy.api#required"] = new JsonObject();
        }

        AddXmlTraits(member, target, traits, isBody: member["location"] is null);
        Flag(member, "idempotencyToken", "smithy.api#idempotencyToken", traits);
        Flag(member, "hostLabel", "smithy.api#hostLabel", traits);
        Flag(member, "deprecated", "smithy.api#deprecated", traits);
        Flag(member, "eventpayload", "smithy.api#eventPayload", traits);
        Flag(member, "eventheader", "smithy.api#eventHeader", traits);
        Flag(member, "streaming", "smithy.api#streaming", traits);
        if (member["contextParam"] is { } parameter)
        {
            traits["smithy.rules#contextParam"] = parameter.DeepClone();
        }

        JsonObject result = new() { ["target"] = id((string)member["shape"]!) };
        return WithTraits(result, traits);
    }

    // A flattened list is named by its own member in C2J, unless the member that uses it names it.
    private static void AddXmlTraits(JsonObject member, JsonObject target, JsonObject traits, bool isBody)
    {
        if (!isBody)
        {
            return;
        }

        bool flattened = Is(member, "flattened") || Is(target, "flattened");
        string? name = (string?)member["locationName"] ?? (flattened ? (string?)target["member"]?["locationName"] : null);
        if (flattened)
        {
            traits["smithy.api#xmlFlattened"] = new JsonObject();
        }

        if (name is not null)
        {
            traits["smithy.api#xmlName"] = name;
        }

        Flag(member, "xmlAttribute", "smithy.api#xmlAttribute", traits);
        JsonNode? space = member["xmlNamespace"] ?? target["xmlNamespace"];
        if (space is JsonObject named && named["prefix"] is not null)
        {
            traits["smithy.api#xmlNamespace"] = named.DeepClone();
        }
    }

    private JsonObject Aggregate(JsonObject shape, string type, params (string Name, JsonNode Member)[] members)
    {
        JsonObject result = new() { ["type"] = type };
        foreach ((string name, JsonNode member) in members)
        {
            JsonObject element = new() { ["target"] = id((string)member["shape"]!) };
            bool isFlattenedName = Is(shape, "flattened");
            if (member["locationName"] is { } xmlName && !isFlattenedName)
            {
                element["traits"] = new JsonObject { ["smithy.api#xmlName"] = (string?)xmlName };
            }

            result[name] = element;
        }

        return WithTraits(result, CommonTraits(shape));
    }

    private static JsonObject ConvertEnum(JsonObject shape, JsonArray values)
    {
        JsonObject members = [];
        foreach (string value in values.Select(value => (string)value!))
        {
            string name = new([.. value.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
            while (members.ContainsKey(name) || name.Length == 0 || char.IsAsciiDigit(name[0]))
            {
                name = "_" + name;
            }

            members[name] = new JsonObject
            {
                ["target"] = "smithy.api#Unit",
                ["traits"] = new JsonObject { ["smithy.api#enumValue"] = value },
            };
        }

        return WithTraits(new JsonObject { ["type"] = "enum", ["members"] = members }, CommonTraits(shape));
    }

    private static JsonObject ConvertSimple(JsonObject shape, string type)
    {
        JsonObject traits = CommonTraits(shape);
        Flag(shape, "streaming", "smithy.api#streaming", traits);
        string bounds = type is "string" or "blob" or "character" ? "smithy.api#length" : "smithy.api#range";
        if (shape["min"] is not null || shape["max"] is not null)
        {
            JsonObject range = [];
            Copy("min");
            Copy("max");
            traits[bounds] = range;

            void Copy(string bound)
            {
                if (shape[bound] is { } value)
                {
                    range[bound] = value.DeepClone();
                }
            }
        }

        if (shape["pattern"] is { } pattern)
        {
            traits["smithy.api#pattern"] = (string?)pattern;
        }

        return WithTraits(new JsonObject { ["type"] = type == "character" ? "string" : type }, traits);
    }

    private static JsonObject CommonTraits(JsonObject shape)
    {
        JsonObject traits = [];
        Flag(shape, "sensitive", "smithy.api#sensitive", traits);
        Flag(shape, "deprecated", "smithy.api#deprecated", traits);
        string? format = (string?)shape["timestampFormat"] switch
        {
            "iso8601" => "date-time",
            "rfc822" => "http-date",
            "unixTimestamp" => "epoch-seconds",
            _ => null,
        };
        if (format is not null)
        {
            traits["smithy.api#timestampFormat"] = format;
        }

        return traits;
    }

    private static JsonObject WithTraits(JsonObject shape, JsonObject traits)
    {
        if (traits.Count > 0)
        {
            shape["traits"] = traits;
        }

        return shape;
    }

    private static void Flag(JsonObject owner, string name, string trait, JsonObject traits)
    {
        if (Is(owner, name))
        {
            traits[trait] = new JsonObject();
        }
    }

    private static bool Is(JsonObject owner, string name) => owner[name] is JsonValue value && value.TryGetValue(out bool flag) && flag;
}
