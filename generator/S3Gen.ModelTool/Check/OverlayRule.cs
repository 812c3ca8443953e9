using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Check;

/// <summary>An overlay holds only <c>apply</c> statements, each to a shape or member that the model has.</summary>
internal static class OverlayRule
{
    public static IEnumerable<Fault> Check(ModelDocument model, ModelDocument overlay)
    {
        if (FrameRule.CheckVersion(overlay) is { } wrongVersion)
        {
            yield return wrongVersion;
        }

        foreach ((string id, JsonNode? node) in overlay.Root["shapes"] as JsonObject ?? [])
        {
            string at = $"/shapes/{id}";
            if (node is not JsonObject entry || Ast.Type(entry) != "apply")
            {
                yield return overlay.FaultAt($"{at}/type", $"{id}: an overlay holds only shapes of the type apply");
            }
            else if (entry["traits"] is not JsonObject traits)
            {
                yield return overlay.FaultAt(at, $"{id}: there is no object \"traits\"");
            }
            else if (!Exists(model.Root, id))
            {
                string kind = id.Contains('$', StringComparison.Ordinal) ? "member" : "shape";
                yield return overlay.FaultAt(at, $"the model has no {kind} {id}");
            }
            else
            {
                foreach (Fault fault in PagingRule.Check(model, overlay, id, traits))
                {
                    yield return fault;
                }
            }
        }
    }

    private static bool Exists(JsonObject model, string id)
    {
        string[] parts = id.Split('$', 2);
        return Ast.Shape(model, parts[0]) is { } shape
            && (parts.Length == 1 || Ast.Members(shape).Any(m => m.Name == parts[1]));
    }
}
