using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>The declared type of a property, and what it holds until it is set.</summary>
internal static class PropertyType
{
    public static string Of(MemberBinding member, StructureUsage usage)
    {
        bool neverNull = member.IsRequiredProperty || usage == StructureUsage.Output && IsFilledByDefault(member);
        return neverNull ? member.Type.Name : member.Type.Name + "?";
    }

    public static string Initializer(MemberBinding member, StructureUsage usage) => usage == StructureUsage.Input
        ? string.Empty
        : member.Type.Kind switch
        {
            TypeKind.List or TypeKind.Map => $" = {Unset(member.Type)};",
            TypeKind.StreamingBlob when member.Type.Name == "Stream" => " = Stream.Null;",
            _ => string.Empty,
        };

    /// <summary>The empty collection that stands for "not there".</summary>
    public static string Unset(TypeBinding type) => type.Kind == TypeKind.List
        ? $"Unset.List<{type.Element!.NameIn(type.IsSparse)}>()"
        : $"Unset.Map<{type.Element!.NameIn(type.IsSparse)}>()";

    private static bool IsFilledByDefault(MemberBinding member) => member.Type.IsCollection || member.Type.IsStreaming;
}
