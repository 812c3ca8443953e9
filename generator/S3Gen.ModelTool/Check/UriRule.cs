using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Check;

/// <summary>Every operation has an HTTP binding, and the labels of its URI and host prefix are members bound to labels.</summary>
internal static class UriRule
{
    public static IEnumerable<Fault> Check(ModelDocument model) => Ast.Operations(model.Root).SelectMany(id => Check(model, id));

    private static IEnumerable<Fault> Check(ModelDocument model, string id)
    {
        JsonObject operation = Ast.Shape(model.Root, id)!;
        string name = Ast.LocalName(id);
        string at = $"/shapes/{id}/traits/smithy.api#http";
        JsonNode? http = Ast.Trait(operation, "smithy.api#http");
        if (Ast.Text((http as JsonObject)?["uri"]) is not { } uri || Ast.Text((http as JsonObject)?["method"]) is null)
        {
            return [model.FaultAt(at, $"{name} has no smithy.api#http with a method and a uri")];
        }

        JsonObject? input = Ast.Shape(model.Root, Ast.Target(operation["input"]));
        List<string> members = [.. Bound(input, "smithy.api#httpLabel")];
        List<string> labels = [.. UriLabels.In(uri)];
        IEnumerable<string> onUri =
        [
            .. labels.Except(members).Select(label => $"no input member is bound to the label {{{label}}}"),
            .. members.Except(labels).Select(member => $"the uri has no label for the member {member}"),
            .. labels.GroupBy(label => label).Where(g => g.Count() > 1).Select(g => $"the label {{{g.Key}}} stands twice"),
        ];
        return [.. onUri.Select(message => model.FaultAt($"{at}/uri", $"{name}: {message}")), .. CheckHost(model, id, operation, input)];
    }

    private static IEnumerable<Fault> CheckHost(ModelDocument model, string id, JsonObject operation, JsonObject? input)
    {
        string prefix = Ast.Text((Ast.Trait(operation, "smithy.api#endpoint") as JsonObject)?["hostPrefix"]) ?? "";
        return UriLabels.In(prefix).Except(Bound(input, "smithy.api#hostLabel")).Select(label => model.FaultAt(
            $"/shapes/{id}/traits/smithy.api#endpoint/hostPrefix",
            $"{Ast.LocalName(id)}: no input member is bound to the host label {{{label}}}"));
    }

    private static IEnumerable<string> Bound(JsonObject? input, string trait) =>
        input is null ? [] : Ast.Members(input).Where(m => Ast.Has(m.Member, trait)).Select(m => m.Name);
}
