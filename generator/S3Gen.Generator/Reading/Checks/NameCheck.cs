using S3Gen.Generator.Binding;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>
/// Names that are different in the model are different in C#. Names that differ by case alone count as equal: files are named after types, and
/// local variables after properties.
/// </summary>
internal static class NameCheck
{
    public static void Check(CheckContext context, UsageAnalysis usage)
    {
        Dictionary<string, string> types = new(StringComparer.OrdinalIgnoreCase);
        foreach (TypeName type in TypeName.AllOf(context.Model, context.Shapes, usage))
        {
            if (types.TryGetValue(type.Name, out string? other) && other != type.Shape.Id)
            {
                context.Report(DiagnosticCatalog.DuplicateName, type.Shape, null, null, other, type.Shape.Id, type.Name);
                continue;
            }

            types[type.Name] = type.Shape.Id;
        }

        foreach (Shape shape in context.Model.Shapes.Where(shape => shape.Type is ShapeType.Structure or ShapeType.Union))
        {
            CheckMembers(context, shape);
        }
    }

    private static void CheckMembers(CheckContext context, Shape shape)
    {
        Dictionary<string, string> taken = new(StringComparer.OrdinalIgnoreCase);
        string typeName = BindingContext.TypeName(shape);
        foreach (Member member in shape.Members)
        {
            string plain = CSharpNames.Pascal(member.Name);
            string property = CSharpNames.Property(member.Name, typeName, MemberBinder.InheritedMembers);
            string local = CSharpNames.Local(property).TrimStart('@');
            _ = Claim(plain, member)
                && (property == plain || Claim(property, member))
                && (string.Equals(local, property, StringComparison.OrdinalIgnoreCase) || Claim(local, member));
        }

        bool Claim(string name, Member member)
        {
            if (taken.TryGetValue(name, out string? other))
            {
                context.Report(DiagnosticCatalog.DuplicateName, shape, member, null, $"{shape.Id}${other}", CheckContext.NameOf(shape, member), name);
                return false;
            }

            taken.Add(name, member.Name);
            return true;
        }
    }
}
