using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;

namespace S3Gen.Generator.Binding;

/// <summary>Smithy's <c>paginated</c> trait, and our own for listings that it cannot express.</summary>
internal sealed class PaginatorBinder(BindingContext context)
{
    public PaginatorBinding? Bind(Shape operation, StructureBinding request)
    {
        if (operation.Output is not { } output)
        {
            return null;
        }

        string response = operation.Name + "Response";
        if (operation.Traits[TraitIds.PaginatedByMarkers] is { } markers)
        {
            string[] fallbacks = [.. markers["fallbackTokens"]?.Strings() ?? default];
            return Build(output, response, request, markers["inputTokens"]?.Strings() ?? default, markers["outputTokens"]?.Strings() ?? default,
                fallbacks, markers["items"]?.AsString(), markers["moreResults"]?.AsString());
        }

        if (operation.Traits[TraitIds.Paginated] is not { } trait)
        {
            return null;
        }

        Node? defaults = context.Model.Service.Traits[TraitIds.Paginated];
        string? input = (trait["inputToken"] ?? defaults?["inputToken"])?.AsString();
        string? next = (trait["outputToken"] ?? defaults?["outputToken"])?.AsString();
        return input is null || next is null ? null
            : Build(output, response, request, new[] { input }, new[] { next }, [], (trait["items"] ?? defaults?["items"])?.AsString(), null);
    }

    private PaginatorBinding? Build(
        string output, string response, StructureBinding request, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs,
        string[] fallbacks, string? items, string? more)
    {
        List<TokenBinding> tokens = [];
        for (int i = 0; i < inputs.Count && i < outputs.Count; i++)
        {
            MemberBinding? input = request.Members.FirstOrDefault(member => member.Name == inputs[i]);
            if (input is null || PropertyPath.Resolve(context, output, response, "page", outputs[i]) is not { } next)
            {
                return null;
            }

            string? fallback = i < fallbacks.Length ? LastItem(output, response, fallbacks[i]) : null;
            tokens.Add(new TokenBinding(input.Property, input.Type.Name, next.Expression, fallback));
        }

        (string Expression, Member Last)? list = items is null ? null : PropertyPath.Resolve(context, output, response, "page", items);
        TypeBinding? type = list is { Last: { } last } ? new TypeBinder(context).Bind(last.Target, last.Traits, "date-time", isPayload: false, isSent: false) : null;
        return new PaginatorBinding
        {
            Tokens = tokens.ToEquatableArray(),
            ItemsPath = list?.Expression,
            ItemType = type is null ? null : ItemType(type),
            NoItems = type?.Kind == TypeKind.Map ? $"new Dictionary<string, {type.Element!.NameIn(type.IsSparse)}>()" : "[]",
            MoreResults = more is null ? null : PropertyPath.Resolve(context, output, response, "page", more)?.Expression,
        };
    }

    private static string? ItemType(TypeBinding items) => items.Kind switch
    {
        TypeKind.List => items.Element!.NameIn(items.IsSparse),
        TypeKind.Map => $"KeyValuePair<string, {items.Element!.NameIn(items.IsSparse)}>",
        _ => null,
    };

    // "Contents[-1].Key": the member of the last item, where a listing leaves its marker out.
    private string? LastItem(string output, string response, string path)
    {
        string[] parts = path.Split(["[-1]."], StringSplitOptions.None);
        if (parts.Length != 2 || PropertyPath.Resolve(context, output, response, "page", parts[0]) is not { } list)
        {
            return null;
        }

        string member = CSharpNames.Pascal(parts[1]);
        return $"{list.Expression} is [.., {{ {member}: {{ }} last }}] ? last : null";
    }
}
