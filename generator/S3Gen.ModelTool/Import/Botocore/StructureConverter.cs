using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Import.Botocore;

/// <summary>A structure, union, error or event stream.</summary>
internal static class StructureConverter
{
    public static JsonObject Convert(C2jModel model, string name, JsonObject shape)
    {
        bool isEvents = C2jModel.IsTrue(shape, "eventstream");
        JsonObject members = [];
        foreach ((string member, JsonObject reference) in C2jModel.Members(shape))
        {
            members[member] = MemberConverter.Convert(model, name, member, reference);
        }

        Traits traits = ShapeConverter.Common(shape);
        traits.AddIf(isEvents, "smithy.api#streaming");
        AddRole(model, name, traits);
        AddXml(model, name, shape, traits);
        if (shape["error"] is JsonObject || C2jModel.IsTrue(shape, "exception"))
        {
            AddError(model, name, shape, traits);
        }

        return traits.On(new JsonObject
        {
            ["type"] = isEvents || C2jModel.IsTrue(shape, "union") ? "union" : "structure",
            ["members"] = members,
        });
    }

    private static void AddRole(C2jModel model, string name, Traits traits)
    {
        foreach (string role in (string[])["input", "output"])
        {
            bool isRole = model.Operations.Any(o => Ast.Text(o.Value?[role]?["shape"]) == name);
            traits.AddIf(isRole && model.Uses(name) == 1, $"smithy.api#{role}");
        }
    }

    private static void AddXml(C2jModel model, string name, JsonObject shape, Traits traits)
    {
        JsonNode? input = model.Operations.Select(o => o.Value?["input"]).FirstOrDefault(i => Ast.Text(i?["shape"]) == name);
        string? element = Ast.Text(input?["locationName"]);
        traits.Add("smithy.api#xmlName", element is null ? Ast.Text(shape["locationName"]) : element != name ? element : null);
        if (shape["xmlNamespace"] is JsonObject { } space && Ast.Text(space["uri"]) != model.XmlNamespace && !space.ContainsKey("prefix"))
        {
            traits.Add("smithy.api#xmlNamespace", space.DeepClone());
        }
    }

    private static void AddError(C2jModel model, string name, JsonObject shape, Traits traits)
    {
        JsonObject error = shape["error"] as JsonObject ?? [];
        int? status = error["httpStatusCode"] is JsonValue value && value.TryGetValue(out int number) ? number : null;
        bool isFault = C2jModel.IsTrue(error, "fault") || C2jModel.IsTrue(shape, "fault");
        traits.Add("smithy.api#error", status >= 500 || isFault ? "server" : "client");
        traits.Add("smithy.api#httpError", status);
        if (Ast.Text(error["code"]) is { } code && code != name)
        {
            model.Note($"the error {name} has the code {code}, which a restXml model of Smithy cannot say");
        }
    }
}
