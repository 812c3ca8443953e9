using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Check;

/// <summary>Types, and the members of one type, still have different names when they are C#.</summary>
internal static class NameRule
{
    public static IEnumerable<Fault> Check(ModelDocument model, ModelDocument? overlay)
    {
        Dictionary<string, string> types = new(StringComparer.Ordinal);
        Dictionary<string, string> messages = Messages(model.Root);
        foreach ((string id, JsonObject shape) in Ast.Shapes(model.Root))
        {
            if (Ast.Type(shape) is not ("structure" or "union" or "enum"))
            {
                continue;
            }

            string type = Renamed(overlay, id) ?? messages.GetValueOrDefault(id)
                ?? CSharpName.OfType(Ast.LocalName(id), Ast.Has(shape, "smithy.api#error"));
            if (!types.TryAdd(type, id))
            {
                yield return model.FaultAt(
                    $"/shapes/{id}", $"{Ast.LocalName(id)} becomes the C# type {type}, as {Ast.LocalName(types[type])} does");
            }

            foreach (Fault fault in CheckMembers(model, id, shape))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<Fault> CheckMembers(ModelDocument model, string id, JsonObject shape)
    {
        Dictionary<string, string> members = new(StringComparer.Ordinal);
        foreach ((string name, string pointer, _) in Ast.Members(shape))
        {
            string property = CSharpName.OfMember(name);
            if (!members.TryAdd(property, name))
            {
                yield return model.FaultAt($"/shapes/{id}{pointer}",
                    $"{Ast.LocalName(id)}${name} becomes the C# name {property}, as {members[property]} does");
            }
        }
    }

    // Inputs and outputs that belong to one operation are named after it.
    private static Dictionary<string, string> Messages(JsonObject model)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string id in Ast.Operations(model))
        {
            foreach ((string side, string suffix) in ((string, string)[])[("input", "Request"), ("output", "Response")])
            {
                if (Ast.Target(Ast.Shape(model, id)?[side]) is { } target && Ast.Has(Ast.Shape(model, target), $"smithy.api#{side}"))
                {
                    names[target] = CSharpName.OfMember(Ast.LocalName(id)) + suffix;
                }
            }
        }

        return names;
    }

    private static string? Renamed(ModelDocument? overlay, string id) =>
        Ast.Text((Ast.Trait(overlay is null ? null : Ast.Shape(overlay.Root, id), "s3gen.traits#rename") as JsonObject)?["name"]);
}
