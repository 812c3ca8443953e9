using System.Reflection;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.TypedValues;

/// <summary>Finds the types and properties that the generator made of shapes and members, by the rules of naming alone.</summary>
public sealed class GeneratedTypes(Assembly assembly, string typeNamespace)
{
    public Type Request(OperationShape operation) => Find(operation.Name + "Request");

    public Type Response(OperationShape operation) => Find(operation.Name + "Response");

    /// <summary>The exception of an error shape.</summary>
    public Type Exception(Shape error)
    {
        string name = TypeName(error);
        return Find(name.EndsWith("Exception", StringComparison.Ordinal) ? name : name + "Exception");
    }

    /// <summary>The property of a member: its name with a capital, and <c>Value</c> behind where that name is taken.</summary>
    public static PropertyInfo Property(Type type, Member member) =>
        TryFindProperty(type, member) ?? throw new CaseException($"{type.Name} has no property for the member '{member.Name}'");

    public static PropertyInfo? TryFindProperty(Type type, Member member)
    {
        string name = Pascal(member.Name);
        PropertyInfo? own = type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        return own ?? type.GetProperty(name + "Value", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
    }

    public Type Find(string name) =>
        assembly.GetType($"{typeNamespace}.{name}") ?? throw new CaseException($"the client has no type '{typeNamespace}.{name}'");

    private static string TypeName(Shape shape) =>
        Pascal(shape.Traits.Field(Traits.Rename, "name") is { } renamed ? renamed.GetString()! : shape.Name);

    private static string Pascal(string name)
    {
        string[] words = name.Split(['-', '.', ' ', '$'], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
