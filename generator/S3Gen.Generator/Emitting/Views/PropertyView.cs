using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Views;

/// <summary>A property as its template prints it.</summary>
internal sealed class PropertyView
{
    public required IReadOnlyList<string> Docs { get; init; }

    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary><c>required </c> or nothing.</summary>
    public required string Modifier { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>Accessors and initializer.</summary>
    public required string Body { get; init; }

    /// <summary>Declaration of a backing field, for properties that a paginator sets in its copy; else empty.</summary>
    public string Field { get; init; } = string.Empty;

    public static IReadOnlyList<PropertyView> Of(IEnumerable<MemberBinding> members, StructureUsage usage) => [.. members.Select(member => Of(member, usage))];

    public static PropertyView Of(MemberBinding member, StructureUsage usage, bool hasField = false)
    {
        List<string> attributes = [];
        if (member.Deprecation is { } message)
        {
            attributes.Add($"[Obsolete({CSharpLiteral.Text(message.Length > 0 ? message : "The service's model deprecates this member.")})]");
        }

        if (member.IsSensitive)
        {
            attributes.Add("[DebuggerBrowsable(DebuggerBrowsableState.Never)]");
        }

        string type = PropertyType.Of(member, usage);
        string field = "_" + member.Local.TrimStart('@');
        return new PropertyView
        {
            Docs = MemberDocs.Of(member),
            Attributes = attributes,
            Modifier = member.IsRequiredProperty || member.Type.Kind == TypeKind.EventStream ? "required " : string.Empty,
            Type = type,
            Name = member.Property,
            Body = hasField ? $"{{ get => {field}; init => {field} = value; }}" : "{ get; init; }" + PropertyType.Initializer(member, usage),
            Field = hasField ? $"private {type} {field};" : string.Empty,
        };
    }
}
