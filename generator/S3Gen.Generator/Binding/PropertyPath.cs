using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;

namespace S3Gen.Generator.Binding;

/// <summary>A path of the model (<c>A.B</c>) as an expression of C# properties, with the member at its end.</summary>
internal static class PropertyPath
{
    public static (string Expression, Member Last)? Resolve(BindingContext context, string structure, string typeName, string root, string path)
    {
        string expression = root;
        Shape shape = context.Shapes[structure];
        Member? member = null;
        string enclosing = typeName;
        IReadOnlyCollection<string> inherited = MemberBinder.ResponseMembers;
        foreach (string name in path.Split('.'))
        {
            if (shape.Find(name) is not { } found)
            {
                return null;
            }

            string access = member is null ? "." : "?.";
            expression += access + CSharpNames.Property(found.Name, enclosing, inherited);
            inherited = [];
            member = found;
            shape = context.Shapes[found.Target];
            enclosing = shape.Type is ShapeType.Structure ? BindingContext.TypeName(shape) : string.Empty;
        }

        return member is null ? null : (expression, member);
    }
}
