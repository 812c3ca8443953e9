using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;

namespace S3Gen.Generator.Binding;

/// <summary>Enums of strings and of numbers.</summary>
internal static class EnumBinder
{
    public static EnumBinding Bind(BindingContext context, Shape shape)
    {
        string name = BindingContext.TypeName(shape);
        return new EnumBinding
        {
            Target = context.Target,
            FileName = "Types/" + name,
            ShapeId = shape.Id,
            TypeName = name,
            IsIntEnum = shape.Type == ShapeType.IntEnum,
            Values = Values(shape).ToEquatableArray(),
            Documentation = shape.Traits.Text(TraitIds.Documentation),
        };
    }

    private static IEnumerable<EnumValueBinding> Values(Shape shape)
    {
        // A type has no member of its own name, and no second one of another's.
        HashSet<string> taken = shape.Type == ShapeType.Enum ? [BindingContext.TypeName(shape), .. CSharpNames.EnumMembers] : [];
        foreach (Member member in shape.Members)
        {
            string value = ValueOf(member);
            string name = CSharpNames.EnumConstant(shape.Type == ShapeType.IntEnum ? member.Name : value);

            // Values that differ by case or punctuation alone take the model's own name.
            if (!taken.Add(name))
            {
                name = CSharpNames.Pascal(member.Name);
                while (!taken.Add(name))
                {
                    name += "_";
                }
            }

            yield return new EnumValueBinding(name, value, member.Traits.Text(TraitIds.Documentation));
        }
    }

    private static string ValueOf(Member member) => member.Traits[TraitIds.EnumValue] switch
    {
        StringNode text => text.Value,
        NumberNode number => number.Text,
        _ => member.Name,
    };
}
