using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Import.Botocore;

/// <summary>One operation: its messages, errors, HTTP binding and traits.</summary>
internal static class OperationConverter
{
    public static JsonObject Convert(C2jModel model, string name, JsonObject operation)
    {
        JsonObject result = new()
        {
            ["type"] = "operation",
            ["input"] = Message(model, operation["input"]),
            ["output"] = Message(model, operation["output"]),
        };
        IEnumerable<JsonNode?> references = operation["errors"] as JsonArray ?? [];
        List<string> errors = [.. references.Select(e => Ast.Text(e?["shape"])!).Order(StringComparer.Ordinal)];
        if (errors.Count > 0)
        {
            result["errors"] = new JsonArray([.. errors.Select(model.Reference)]);
        }

        return TraitsOf(model, name, operation).On(result);
    }

    private static JsonObject Message(C2jModel model, JsonNode? reference) =>
        Ast.Text(reference?["shape"]) is { } shape ? model.Reference(shape) : new JsonObject { ["target"] = Ast.Unit };

    private static Traits TraitsOf(C2jModel model, string name, JsonObject operation)
    {
        Traits traits = new();
        traits.Add("smithy.api#http", Http(model, name, operation));
        traits.Add("aws.protocols#httpChecksum", Checksum(operation["httpChecksum"] as JsonObject));
        traits.AddIf(C2jModel.IsTrue(operation, "httpChecksumRequired"), "smithy.api#httpChecksumRequired");
        string? auth = Ast.Text(operation["authtype"]);
        traits.AddIf(C2jModel.IsTrue(operation, "unsignedPayload") || auth == "v4-unsigned-body", "aws.auth#unsignedPayload");
        traits.AddIf(auth == "none", "smithy.api#optionalAuth");
        traits.AddIf(C2jModel.IsTrue(operation, "idempotent"), "smithy.api#idempotent");
        traits.Add("smithy.api#deprecated", MemberConverter.Deprecation(operation));
        traits.Add("smithy.api#endpoint", operation["endpoint"]?.DeepClone());
        traits.Add("smithy.rules#staticContextParams", operation["staticContextParams"]?.DeepClone());
        traits.Add("smithy.rules#operationContextParams", operation["operationContextParams"]?.DeepClone());
        return traits;
    }

    private static JsonObject Http(C2jModel model, string name, JsonObject operation)
    {
        JsonObject http = operation["http"] as JsonObject
            ?? throw model.Unusable($"/operations/{name}", $"operation {name} has no http binding");
        string uri = Ast.Text(http["requestUri"]) ?? "/";
        if (Ast.Text(operation["input"]?["shape"]) is { } input)
        {
            uri = C2jModel.Members(model.Shape(input)).Where(m => Ast.Text(m.Member["location"]) == "uri")
                .Aggregate(uri, (current, member) => WithMemberName(current, member.Name, member.Member));
        }

        return new JsonObject
        {
            ["method"] = Ast.Text(http["method"]),
            ["uri"] = uri,
            ["code"] = http["responseCode"]?.DeepClone() ?? 200,
        };
    }

    // Smithy's labels bear the names of members, C2J's have their own.
    private static string WithMemberName(string uri, string name, JsonObject member)
    {
        string label = Ast.Text(member["locationName"]) ?? name;
        return uri.Replace($"{{{label}}}", $"{{{name}}}", StringComparison.Ordinal)
            .Replace($"{{{label}+}}", $"{{{name}+}}", StringComparison.Ordinal);
    }

    private static JsonObject? Checksum(JsonObject? checksum)
    {
        JsonObject? result = checksum?.DeepClone() as JsonObject;
        if (result is not null && !C2jModel.IsTrue(result, "requestChecksumRequired"))
        {
            result.Remove("requestChecksumRequired");
        }

        return result;
    }
}
