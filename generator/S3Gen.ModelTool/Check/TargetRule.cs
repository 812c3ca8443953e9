using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Check;

/// <summary>Every target is a shape of the model or of the Smithy prelude, and of the kind that its place wants.</summary>
internal static class TargetRule
{
    private static readonly HashSet<string> Prelude = new(StringComparer.Ordinal)
    {
        "Blob", "Boolean", "String", "Byte", "Short", "Integer", "Long", "Float", "Double", "BigInteger", "BigDecimal",
        "Timestamp", "Document", "Unit", "PrimitiveBoolean", "PrimitiveByte", "PrimitiveShort", "PrimitiveInteger", "PrimitiveLong",
        "PrimitiveFloat", "PrimitiveDouble",
    };

    private static readonly (string List, string Type)[] Lists =
        [("errors", "structure"), ("operations", "operation"), ("resources", "resource")];

    public static IEnumerable<Fault> Check(ModelDocument model) =>
        Ast.Shapes(model.Root).SelectMany(s => Check(model, s.Key, s.Value));

    private static IEnumerable<Fault> Check(ModelDocument model, string id, JsonObject shape)
    {
        string at = $"/shapes/{id}";
        foreach (string missing in Missing(shape))
        {
            yield return model.FaultAt($"{at}{missing}", $"{Ast.LocalName(id)} has no object \"{missing.Split('/')[^1]}\"");
        }

        foreach ((string name, string pointer, JsonObject member) in Ast.Members(shape))
        {
            if (Unresolved(model, Ast.Target(member)) is { } reason)
            {
                yield return model.FaultAt($"{at}{pointer}/target", $"{Ast.LocalName(id)}${name}: {reason}");
            }
        }

        foreach (string place in (string[])["input", "output"])
        {
            if (shape.ContainsKey(place) && Wrong(model, Ast.Target(shape[place]), "structure") is { } reason)
            {
                yield return model.FaultAt($"{at}/{place}/target", $"{place} of {Ast.LocalName(id)}: {reason}");
            }
        }

        foreach ((string list, string type) in Lists)
        {
            JsonArray items = shape[list] as JsonArray ?? [];
            for (int i = 0; i < items.Count; i++)
            {
                if (Wrong(model, Ast.Target(items[i]), type) is { } reason)
                {
                    yield return model.FaultAt($"{at}/{list}/{i}/target", $"{list} of {Ast.LocalName(id)}: {reason}");
                }
            }
        }
    }

    private static IEnumerable<string> Missing(JsonObject shape)
    {
        string[] parts = Ast.Type(shape) switch
        {
            "list" => ["member"],
            "map" => ["key", "value"],
            "structure" or "union" or "enum" => ["members"],
            _ => [],
        };
        IEnumerable<string> broken = (shape["members"] as JsonObject ?? [])
            .Where(m => m.Value is not JsonObject).Select(m => $"/members/{m.Key}");
        return [.. parts.Where(part => shape[part] is not JsonObject).Select(part => $"/{part}"), .. broken];
    }

    private static string? Wrong(ModelDocument model, string? target, string type)
    {
        if (Unresolved(model, target) is { } reason)
        {
            return reason;
        }

        string? found = target == Ast.Unit ? "structure" : Ast.Shape(model.Root, target) is { } shape ? Ast.Type(shape) : "simple shape";
        return found == type ? null : $"{target} is of the type {found}, not {type}";
    }

    private static string? Unresolved(ModelDocument model, string? target)
    {
        if (target is null)
        {
            return "the target is missing";
        }

        bool inPrelude = target.StartsWith("smithy.api#", StringComparison.Ordinal) && Prelude.Contains(Ast.LocalName(target));
        return inPrelude || Ast.Shape(model.Root, target) is not null ? null : $"unknown target {target}";
    }
}
