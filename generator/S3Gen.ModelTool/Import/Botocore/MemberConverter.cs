using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Import.Botocore;

/// <summary>One member of a structure, list or map: its target and where it stands in the message.</summary>
internal static class MemberConverter
{
    public static JsonObject Convert(C2jModel model, string ownerName, string name, JsonObject member)
    {
        JsonObject owner = model.Shape(ownerName);
        string pointer = $"/shapes/{ownerName}/members/{name}";
        string target = Ast.Text(member["shape"])!;
        JsonObject shape = model.Shape(target);
        bool isStreaming = C2jModel.IsTrue(member, "streaming");
        Traits traits = new();
        AddLocation(model, pointer, name, member, shape, traits);
        AddXml(model, name, member, shape, traits);
        AddFlags(owner, name, member, traits);
        traits.Add("smithy.api#timestampFormat", TimestampFormat(model, pointer, member));
        return traits.On(model.Reference(isStreaming ? C2jModel.StreamingBlob : target));
    }

    /// <summary>The item of a list, or the key or value of a map.</summary>
    public static JsonObject Item(C2jModel model, JsonObject owner, string part)
    {
        JsonObject item = (JsonObject)owner[part]!;
        Traits traits = new();
        string? element = Ast.Text(item["locationName"]);
        traits.Add("smithy.api#xmlName", element != part ? element : null);
        AddNamespace(model, item, model.Shape(Ast.Text(item["shape"])!), traits);
        return traits.On(model.Reference(Ast.Text(item["shape"])!));
    }

    public static string? TimestampFormat(C2jModel model, string pointer, JsonObject of) => Ast.Text(of["timestampFormat"]) switch
    {
        null => null,
        "iso8601" => "date-time",
        "rfc822" => "http-date",
        "unixTimestamp" => "epoch-seconds",
        string other => throw model.Unusable($"{pointer}/timestampFormat", $"unknown timestamp format '{other}'"),
    };

    public static JsonObject? Deprecation(JsonObject of)
    {
        if (!C2jModel.IsTrue(of, "deprecated"))
        {
            return null;
        }

        JsonObject deprecation = [];
        foreach ((string from, string to) in ((string, string)[])[("deprecatedMessage", "message"), ("deprecatedSince", "since")])
        {
            if (of[from] is { } value)
            {
                deprecation[to] = value.DeepClone();
            }
        }

        return deprecation;
    }

    private static void AddLocation(C2jModel model, string pointer, string name, JsonObject member, JsonObject target, Traits traits)
    {
        string locationName = Ast.Text(member["locationName"]) ?? name;
        bool isMap = Ast.Text(target["type"]) == "map";
        switch (Ast.Text(member["location"]))
        {
            case "header": traits.Add("smithy.api#httpHeader", locationName); break;
            case "headers": traits.Add("smithy.api#httpPrefixHeaders", locationName); break;
            case "querystring" when isMap: traits.AddIf(true, "smithy.api#httpQueryParams"); break;
            case "querystring": traits.Add("smithy.api#httpQuery", locationName); break;
            case "uri": traits.AddIf(true, "smithy.api#httpLabel"); break;
            case "statusCode": traits.AddIf(true, "smithy.api#httpResponseCode"); break;
            case null: break;
            case string other: throw model.Unusable($"{pointer}/location", $"unknown location '{other}' of the member {name}");
        }
    }

    private static void AddXml(C2jModel model, string name, JsonObject member, JsonObject target, Traits traits)
    {
        bool isFlattened = C2jModel.IsTrue(member, "flattened") || C2jModel.IsTrue(target, "flattened");
        traits.AddIf(isFlattened, "smithy.api#xmlFlattened");
        traits.AddIf(C2jModel.IsTrue(member, "xmlAttribute"), "smithy.api#xmlAttribute");
        AddNamespace(model, member, target, traits);
        if (Ast.Text(member["location"]) is null)
        {
            // The root element of a payload is named after its shape unless the member says otherwise, even by its own name.
            string? ofItems = isFlattened ? Ast.Text(target["member"]?["locationName"]) : null;
            traits.Add("smithy.api#xmlName", Ast.Text(member["locationName"]) ?? (ofItems != name ? ofItems : null));
        }
    }

    private static void AddFlags(JsonObject owner, string name, JsonObject member, Traits traits)
    {
        bool isRequired = (owner["required"] as JsonArray ?? []).Any(r => Ast.Text(r) == name);
        traits.AddIf(isRequired, "smithy.api#required");
        traits.AddIf(Ast.Text(owner["payload"]) == name, "smithy.api#httpPayload");

        // A stream is never null: Smithy wants it to be required or to have a default.
        traits.Add("smithy.api#default", C2jModel.IsTrue(member, "streaming") && !isRequired ? "" : null);
        traits.AddIf(C2jModel.IsTrue(member, "eventpayload"), "smithy.api#eventPayload");
        traits.AddIf(C2jModel.IsTrue(member, "eventheader"), "smithy.api#eventHeader");
        traits.AddIf(C2jModel.IsTrue(member, "idempotencyToken"), "smithy.api#idempotencyToken");
        traits.AddIf(C2jModel.IsTrue(member, "hostLabel"), "smithy.api#hostLabel");
        traits.Add("smithy.api#deprecated", Deprecation(member));
        traits.Add("smithy.rules#contextParam", member["contextParam"]?.DeepClone());
    }

    // A namespace with a prefix stands on the structure in C2J and on the member that uses it in Smithy.
    private static void AddNamespace(C2jModel model, JsonObject member, JsonObject target, Traits traits)
    {
        JsonObject? prefixed = target["xmlNamespace"] is JsonObject space && space.ContainsKey("prefix") ? space : null;
        JsonObject? own = (member["xmlNamespace"] as JsonObject) ?? prefixed;
        if (own is not null && (own.ContainsKey("prefix") || Ast.Text(own["uri"]) != model.XmlNamespace))
        {
            traits.Add("smithy.api#xmlNamespace", own.DeepClone());
        }
    }
}
