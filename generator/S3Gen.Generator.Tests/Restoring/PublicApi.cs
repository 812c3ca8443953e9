using Microsoft.CodeAnalysis;

namespace S3Gen.Generator.Tests.Restoring;

/// <summary>The public members of a compilation in the form of <c>PublicAPI.*.txt</c>.</summary>
internal static class PublicApi
{
    private const SymbolDisplayMiscellaneousOptions Nullable =
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        | SymbolDisplayMiscellaneousOptions.IncludeNotNullableReferenceTypeModifier;

    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.OmittedAsContaining,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeModifiers,
        parameterOptions: SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: Nullable);

    public static IEnumerable<string> Lines(Compilation compilation, string namespaceName) =>
        compilation.Assembly.GlobalNamespace.GetNamespaceMembers().Single(space => space.Name == namespaceName)
            .GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public)
            .SelectMany(type => type.GetMembers().Where(IsListed).Prepend(type).Select(Line));

    private static bool IsListed(ISymbol member) =>
        member.DeclaredAccessibility == Accessibility.Public && member is not IPropertySymbol && member is IMethodSymbol or IFieldSymbol;

    private static string Line(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } method => $"{method.ToDisplayString(Format)} -> void",
        IMethodSymbol method => $"{method.ToDisplayString(Format)} -> {method.ReturnType.ToDisplayString(Format)}",
        _ => symbol.ToDisplayString(Format),
    };
}
