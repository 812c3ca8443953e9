using S3Gen.Generator.Binding;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>A key that the caller provides is text in a header, and so are the members that are filled in from it.</summary>
internal static class CustomerKeyCheck
{
    public static void Check(CheckContext context, Shape input)
    {
        foreach (Member key in input.Members)
        {
            if (CustomerKeyBinder.Find(key, context.Shapes) is not { } trait)
            {
                continue;
            }

            foreach (string name in new[] { key.Name, trait["algorithm"]!.AsString()!, trait["digest"]!.AsString()! })
            {
                if (!input.Members.Any(member => member.Name == name && IsTextInHeader(context, member)))
                {
                    context.InvalidBinding(input, key, null, $"{TraitIds.CustomerKey} asks for the member '{name}', a string in a header");
                }
            }
        }
    }

    private static bool IsTextInHeader(CheckContext context, Member member) =>
        member.Traits.Has(TraitIds.HttpHeader) && context.Shapes[member.Target].Type == ShapeType.String;
}
