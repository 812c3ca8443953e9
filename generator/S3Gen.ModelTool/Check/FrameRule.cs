using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Check;

/// <summary>Smithy 2, shapes with a known type, exactly one service.</summary>
internal static class FrameRule
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "blob", "boolean", "string", "enum", "intEnum", "byte", "short", "integer", "long", "float", "double", "bigInteger", "bigDecimal",
        "timestamp", "document", "list", "map", "structure", "union", "operation", "resource", "service", "apply",
    };

    public static Fault? CheckVersion(ModelDocument model)
    {
        string? version = Ast.Text(model.Root["smithy"]);
        if (version == "2" || version?.StartsWith("2.", StringComparison.Ordinal) == true)
        {
            return null;
        }

        string found = version is null ? "there is no \"smithy\" version" : $"the version is {version}";
        return model.FaultAt("/smithy", $"a Smithy 2 model is needed; {found}");
    }

    public static IEnumerable<Fault> Check(ModelDocument model)
    {
        if (CheckVersion(model) is { } wrongVersion)
        {
            yield return wrongVersion;
        }

        if (model.Root["shapes"] is not JsonObject shapes)
        {
            yield return model.FaultAt("/shapes", "there is no object \"shapes\"");
            yield break;
        }

        foreach ((string id, JsonNode? shape) in shapes)
        {
            if (shape is not JsonObject found || !Types.Contains(Ast.Type(found) ?? ""))
            {
                string type = shape is JsonObject typed ? Ast.Type(typed) ?? "none" : "none";
                yield return model.FaultAt($"/shapes/{id}/type", $"unknown shape type '{type}' of {id}");
            }
        }

        foreach ((string id, _) in Ast.Shapes(model.Root).Where(s => s.Value.ContainsKey("mixins")))
        {
            yield return model.FaultAt($"/shapes/{id}/mixins", $"{id} has mixins: flatten the model first");
        }

        List<string> services = [.. Ast.Shapes(model.Root).Where(s => Ast.Type(s.Value) == "service").Select(s => s.Key)];
        if (services.Count == 0)
        {
            yield return model.FaultAt("/shapes", "there is no service");
        }

        foreach (string extra in services.Skip(1))
        {
            yield return model.FaultAt($"/shapes/{extra}", $"a second service, {extra}, besides {services[0]}");
        }
    }
}
