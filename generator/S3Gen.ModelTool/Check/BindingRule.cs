using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Check;

/// <summary>A member is bound to one place of the message, and no place is taken twice.</summary>
internal static class BindingRule
{
    private static readonly string[] Locations =
    [
        "smithy.api#httpLabel", "smithy.api#httpQuery", "smithy.api#httpQueryParams", "smithy.api#httpHeader",
        "smithy.api#httpPrefixHeaders", "smithy.api#httpPayload", "smithy.api#httpResponseCode",
    ];

    public static IEnumerable<Fault> Check(ModelDocument model) => Messages(model.Root).SelectMany(id => Check(model, id));

    private static IEnumerable<string> Messages(JsonObject model) => Ast.Operations(model)
        .Select(id => Ast.Shape(model, id)!)
        .SelectMany(o => (IEnumerable<string?>)[Ast.Target(o["input"]), Ast.Target(o["output"]), .. Ast.Targets(o["errors"])])
        .OfType<string>().Where(id => id != Ast.Unit).Distinct();

    private static IEnumerable<Fault> Check(ModelDocument model, string id)
    {
        Dictionary<string, string> taken = new(StringComparer.OrdinalIgnoreCase);
        string? payload = null;
        string? unbound = null;
        foreach ((string name, string pointer, JsonObject member) in Ast.Members(Ast.Shape(model.Root, id)!))
        {
            List<string> bindings = [.. Locations.Where(l => Ast.Has(member, l))];
            Fault Fault(string message) => model.FaultAt($"/shapes/{id}{pointer}/traits", $"{Ast.LocalName(id)}${name} {message}");
            if (bindings.Count > 1)
            {
                yield return Fault($"is bound to both {Ast.LocalName(bindings[0])} and {Ast.LocalName(bindings[1])}");
            }

            if (bindings.Count == 0 && !Ast.Has(member, "smithy.api#hostLabel"))
            {
                unbound ??= name;
            }

            payload = bindings.Contains("smithy.api#httpPayload") ? name : payload;
            foreach (string place in bindings.Select(b => Place(b, member)).OfType<string>())
            {
                if (!taken.TryAdd(place, name))
                {
                    yield return Fault($"is bound to the same {place} as {taken[place]}");
                }
            }
        }

        if (payload is not null && unbound is not null)
        {
            yield return model.FaultAt($"/shapes/{id}/members/{unbound}",
                $"{Ast.LocalName(id)}${unbound} has no place: the body is the payload member {payload}");
        }
    }

    private static string? Place(string binding, JsonObject member) => Ast.LocalName(binding) switch
    {
        "httpPayload" => "body",
        "httpResponseCode" => "status code",
        "httpHeader" => $"header {Ast.Text(Ast.Trait(member, binding))}",
        "httpPrefixHeaders" => $"header prefix {Ast.Text(Ast.Trait(member, binding))}",
        "httpQuery" => $"query parameter {Ast.Text(Ast.Trait(member, binding))}",
        _ => null,
    };
}
