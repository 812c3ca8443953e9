using S3Gen.Generator.Binding;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>Labels of the URI and of the host are members, and members that are labels have a place.</summary>
internal static class LabelCheck
{
    public static void Check(CheckContext context, Shape operation, Shape input, UriTemplate uri)
    {
        HashSet<string> labels = [];
        foreach (UriPart part in uri.Path)
        {
            if (!part.IsLabel && part.Text.IndexOfAny(['{', '}']) >= 0)
            {
                context.InvalidBinding(operation, null, TraitIds.Http, "a brace of the uri has no partner");
            }
            else if (part.IsLabel && !labels.Add(part.Text))
            {
                context.InvalidBinding(operation, null, TraitIds.Http, $"the label '{part.Text}' stands twice in the uri");
            }
            else if (part.IsLabel && !(input.Find(part.Text)?.Traits.Has(TraitIds.HttpLabel) ?? false))
            {
                context.InvalidBinding(operation, null, TraitIds.Http, $"the uri has the label '{part.Text}', and the input has no member of that name with the trait smithy.api#httpLabel");
            }
        }

        CheckMembers(context, input, labels);
        CheckQuery(context, operation, input, uri);
        CheckHost(context, operation, input);
    }

    private static void CheckMembers(CheckContext context, Shape input, HashSet<string> labels)
    {
        foreach (Member member in input.Members.Where(member => member.Traits.Has(TraitIds.HttpLabel)))
        {
            if (!labels.Contains(member.Name))
            {
                context.InvalidBinding(input, member, TraitIds.HttpLabel, "it is a label, and the uri of the operation has no place for it");
            }
            else if (!member.Traits.Has(TraitIds.Required))
            {
                context.InvalidBinding(input, member, TraitIds.HttpLabel, "a label has to be required");
            }
        }
    }

    private static void CheckQuery(CheckContext context, Shape operation, Shape input, UriTemplate uri)
    {
        foreach (QueryLiteral literal in uri.Query)
        {
            if ((literal.Name + literal.Value).IndexOfAny(['{', '}']) >= 0)
            {
                context.InvalidBinding(operation, null, TraitIds.Http, "labels stand in the path of a uri, not in its query");
            }

            if (input.Members.FirstOrDefault(member => member.Traits.Text(TraitIds.HttpQuery) == literal.Name) is { } member)
            {
                context.InvalidBinding(input, member, TraitIds.HttpQuery, $"the uri of the operation has the query parameter '{literal.Name}' already");
            }
        }
    }

    private static void CheckHost(CheckContext context, Shape operation, Shape input)
    {
        if (operation.Traits[TraitIds.Endpoint]?["hostPrefix"]?.AsString() is not { } prefix)
        {
            return;
        }

        foreach (UriPart part in UriTemplate.Parse(prefix).Path)
        {
            Member? member = part.IsLabel ? input.Find(part.Text) : null;
            if (part.IsLabel && !(member is not null && member.Traits.Has(TraitIds.HostLabel) && context.Shapes[member.Target].Type == ShapeType.String))
            {
                context.InvalidBinding(operation, null, TraitIds.Endpoint, $"the host prefix has the label '{part.Text}', and the input has no string of that name with the trait smithy.api#hostLabel");
            }
        }
    }
}
