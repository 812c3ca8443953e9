using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Import.Botocore;

/// <summary>One shape other than an operation.</summary>
internal static class ShapeConverter
{
    public static JsonObject Convert(C2jModel model, string name)
    {
        JsonObject shape = model.Shape(name);
        string type = Ast.Text(shape["type"]) ?? "";
        return type switch
        {
            "structure" => StructureConverter.Convert(model, name, shape),
            "string" when shape["enum"] is JsonArray values => EnumConverter.Convert(shape, values),
            "list" => Common(shape).On(new JsonObject { ["type"] = "list", ["member"] = MemberConverter.Item(model, shape, "member") }),
            "map" => Common(shape).On(new JsonObject
            {
                ["type"] = "map",
                ["key"] = MemberConverter.Item(model, shape, "key"),
                ["value"] = MemberConverter.Item(model, shape, "value"),
            }),
            "string" or "character" => Common(shape).On(new JsonObject { ["type"] = "string" }),
            "timestamp" => Timestamp(model, name, shape),
            "blob" => Blob(shape),
            "boolean" or "integer" or "long" or "float" or "double" => Common(shape).On(new JsonObject { ["type"] = type }),
            _ => throw model.Unusable($"/shapes/{name}/type", $"shape {name} has the unsupported type '{type}'"),
        };
    }

    public static JsonObject StreamingBlob() => Streaming(new Traits()).On(new JsonObject { ["type"] = "blob" });

    /// <summary>Constraints and flags that shapes of every type may have.</summary>
    public static Traits Common(JsonObject shape)
    {
        Traits traits = new();
        string bounds = Ast.Text(shape["type"]) is "integer" or "long" or "float" or "double" ? "smithy.api#range" : "smithy.api#length";
        traits.Add(bounds, Bounds(shape));
        traits.Add("smithy.api#pattern", Anchored(Ast.Text(shape["pattern"])));
        traits.Add("smithy.api#deprecated", MemberConverter.Deprecation(shape));
        traits.AddIf(C2jModel.IsTrue(shape, "sensitive"), "smithy.api#sensitive");
        return traits;
    }

    private static JsonObject Timestamp(C2jModel model, string name, JsonObject shape)
    {
        Traits traits = Common(shape);
        traits.Add("smithy.api#timestampFormat", MemberConverter.TimestampFormat(model, $"/shapes/{name}", shape));
        return traits.On(new JsonObject { ["type"] = "timestamp" });
    }

    private static JsonObject Blob(JsonObject shape)
    {
        Traits traits = Common(shape);
        if (C2jModel.IsTrue(shape, "streaming"))
        {
            Streaming(traits);
        }

        traits.AddIf(C2jModel.IsTrue(shape, "requiresLength"), "smithy.api#requiresLength");
        return traits.On(new JsonObject { ["type"] = "blob" });
    }

    private static Traits Streaming(Traits traits)
    {
        traits.AddIf(true, "smithy.api#streaming");
        return traits;
    }

    // A C2J pattern matches the whole text, a Smithy one any part of it.
    private static string? Anchored(string? pattern) => pattern is null
        ? null
        : (pattern.StartsWith('^') ? pattern : $"^{pattern}") switch
        {
            string open when open.EndsWith(".*", StringComparison.Ordinal) => open[..^2],
            string whole when whole.EndsWith('$') => whole,
            string start => $"{start}$",
        };

    private static JsonObject? Bounds(JsonObject shape)
    {
        JsonObject bounds = [];
        foreach (string side in (string[])["min", "max"])
        {
            if (shape[side] is { } value)
            {
                bounds[side] = value.DeepClone();
            }
        }

        return bounds.Count > 0 ? bounds : null;
    }
}
