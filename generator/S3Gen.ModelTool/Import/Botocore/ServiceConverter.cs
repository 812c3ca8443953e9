using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Import.Botocore;

/// <summary>The service shape, from the metadata.</summary>
internal static class ServiceConverter
{
    public static JsonObject Convert(C2jModel model, JsonObject? endpointRules)
    {
        JsonArray operations = [.. model.Operations.Select(o => o.Key).Order(StringComparer.OrdinalIgnoreCase).Select(model.Reference)];
        string prefix = Ast.Text(model.Metadata["endpointPrefix"]) ?? "";
        string signingName = Ast.Text(model.Metadata["signingName"]) ?? prefix;
        string? serviceId = Ast.Text(model.Metadata["serviceId"]);
        Traits traits = new();
        traits.Add("aws.api#service", new JsonObject
        {
            ["sdkId"] = serviceId,
            ["arnNamespace"] = signingName,
            ["endpointPrefix"] = prefix,
        });
        traits.Add("aws.auth#sigv4", new JsonObject { ["name"] = signingName });

        // C2J does not say that S3's errors have no <ErrorResponse> around them; every SDK knows it by the service.
        traits.Add("aws.protocols#restXml", serviceId == "S3" ? new JsonObject { ["noErrorWrapping"] = true } : []);
        traits.Add("smithy.api#title", Ast.Text(model.Metadata["serviceFullName"]));
        traits.Add("smithy.api#xmlNamespace", model.XmlNamespace is { } uri ? new JsonObject { ["uri"] = uri } : null);
        traits.Add("smithy.rules#clientContextParams", model.ClientContextParams?.DeepClone());
        traits.Add("smithy.rules#endpointRuleSet", endpointRules);
        return traits.On(new JsonObject
        {
            ["type"] = "service",
            ["version"] = Ast.Text(model.Metadata["apiVersion"]),
            ["operations"] = operations,
        });
    }
}
