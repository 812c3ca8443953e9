using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Check;

/// <summary>What a paging trait of the overlay names are members of the operation's input and output.</summary>
internal static class PagingRule
{
    private static readonly string[] Traits = ["smithy.api#paginated", "s3gen.traits#paginated"];

    public static IEnumerable<Fault> Check(ModelDocument model, ModelDocument overlay, string id, JsonObject applied)
    {
        foreach (string trait in Traits)
        {
            if (applied[trait] is not JsonObject paging)
            {
                continue;
            }

            foreach ((string property, JsonNode? value) in paging)
            {
                string? side = property is "inputToken" or "inputTokens" or "pageSize" ? "input"
                    : property is "outputToken" or "outputTokens" or "moreResults" or "items" ? "output"
                    : null;
                foreach (string name in side is null ? [] : Names(value).Where(n => !HasMember(model.Root, id, side, n)))
                {
                    yield return overlay.FaultAt($"/shapes/{id}/traits/{trait}/{property}",
                        $"{Ast.LocalName(id)} has no {side} member '{name}' for its paging");
                }
            }
        }
    }

    private static IEnumerable<string> Names(JsonNode? value) =>
        value is JsonArray list ? list.Select(Ast.Text).OfType<string>() : Ast.Text(value) is { } one ? [one] : [];

    private static bool HasMember(JsonObject model, string operation, string side, string path)
    {
        JsonObject? shape = Ast.Shape(model, Ast.Target(Ast.Shape(model, operation)?[side]));
        foreach (string name in path.Split('.'))
        {
            JsonObject? member = shape?["members"] is JsonObject members ? members[name] as JsonObject : null;
            if (member is null)
            {
                return false;
            }

            shape = Ast.Shape(model, Ast.Target(member));
        }

        return true;
    }
}
