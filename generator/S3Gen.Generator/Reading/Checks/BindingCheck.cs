using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>A member has one place in the message, no place is taken twice, and its type fits there.</summary>
internal static class BindingCheck
{
    private static readonly string[] Places =
    [
        TraitIds.HttpLabel, TraitIds.HttpHeader, TraitIds.HttpQuery, TraitIds.HttpPrefixHeaders, TraitIds.HttpPayload, TraitIds.HttpQueryParams,
        TraitIds.HttpResponseCode,
    ];

    public static void Check(CheckContext context, Shape message)
    {
        Dictionary<string, string> taken = new(StringComparer.OrdinalIgnoreCase);
        bool hasPayload = message.Members.Any(member => member.Traits.Has(TraitIds.HttpPayload));
        foreach (Member member in message.Members)
        {
            string[] used = [.. Places.Where(member.Traits.Has)];
            if (used.Length > 1)
            {
                context.InvalidBinding(message, member, used[1], $"it has several places in the message: {string.Join(", ", used)}");
            }
            else if (used.Length == 1)
            {
                CheckType(context, message, member, used[0]);
                CheckTaken(context, message, member, used[0], taken);
            }
            else if (hasPayload && !member.Traits.Has(TraitIds.HostLabel))
            {
                context.InvalidBinding(message, member, null, "it has no place: the body is the payload, another member");
            }
        }
    }

    private static void CheckTaken(CheckContext context, Shape message, Member member, string trait, Dictionary<string, string> taken)
    {
        string? place = trait switch
        {
            TraitIds.HttpPayload => "payload",
            TraitIds.HttpResponseCode => "response code",
            TraitIds.HttpQueryParams => "map of query parameters",
            TraitIds.HttpPrefixHeaders => $"header prefix '{member.Traits.Text(trait)}'",
            TraitIds.HttpHeader => $"header '{member.Traits.Text(trait)}'",
            TraitIds.HttpQuery => $"query parameter '{member.Traits.Text(trait)}'",
            _ => null,
        };
        if (place is null)
        {
            return;
        }

        // Names of headers are the same in any case, those of query parameters are not.
        string key = trait == TraitIds.HttpQuery ? string.Concat(place.Select(c => char.IsUpper(c) ? "\0" + c : c.ToString())) : place;
        if (taken.TryGetValue(key, out string? other))
        {
            context.InvalidBinding(message, member, trait, $"the {place} belongs to '{other}' already");
            return;
        }

        taken.Add(key, member.Name);
    }

    private static void CheckType(CheckContext context, Shape message, Member member, string trait)
    {
        Shape target = context.Shapes[member.Target];
        ShapeType type = target.Type;
        string? fault = trait switch
        {
            TraitIds.HttpLabel when !IsSimple(type) => "a label has to be a simple type",
            TraitIds.HttpHeader or TraitIds.HttpQuery when !IsSimple(ItemOf(context, target)) => "a header or query parameter has to be a simple type or a list of one",
            TraitIds.HttpPrefixHeaders when type != ShapeType.Map || context.Shapes[target.Members[1].Target].Type != ShapeType.String => "it has to be a map of strings",
            TraitIds.HttpQueryParams when type != ShapeType.Map || (ItemOf(context, context.Shapes[target.Members[1].Target]) != ShapeType.String) => "it has to be a map of strings or of lists of strings",
            TraitIds.HttpResponseCode when type != ShapeType.Integer => "the response code has to be an integer",
            TraitIds.HttpPayload when type is not (ShapeType.Structure or ShapeType.Union or ShapeType.Blob or ShapeType.String or ShapeType.Enum) => "a payload has to be a structure, a union, a blob or a string",
            _ => null,
        };
        if (fault is not null)
        {
            context.InvalidBinding(message, member, trait, fault);
        }
    }

    private static bool IsSimple(ShapeType type) => type is not (ShapeType.Structure or ShapeType.Union or ShapeType.Map or ShapeType.List);

    private static ShapeType ItemOf(CheckContext context, Shape shape) =>
        shape.Type == ShapeType.List ? context.Shapes[shape.Members[0].Target].Type : shape.Type;
}
