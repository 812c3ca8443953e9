using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Views;

/// <summary>An open enum of strings as its template prints it.</summary>
internal sealed class EnumView(EnumBinding binding) : ITemplateView
{
    string ITemplateView.Template => "enum";

    public IReadOnlyList<string> Docs => EnumValueView.DocsOf(binding);

    public string Accessibility => binding.Target.Accessibility;

    public string TypeName => binding.TypeName;

    public bool IsServer => binding.Target.IsServer;

    /// <summary>A pattern of all values.</summary>
    public string Known => string.Join(" or ", binding.Values.Select(value => CSharpLiteral.Text(value.Value)).Distinct());

    public IReadOnlyList<EnumValueView> Values => [.. binding.Values.Select(value => new EnumValueView(value, CSharpLiteral.Text(value.Value)))];
}

/// <summary>A C# enum of numbers as its template prints it.</summary>
internal sealed class IntEnumView(EnumBinding binding) : ITemplateView
{
    string ITemplateView.Template => "intenum";

    public IReadOnlyList<string> Docs => EnumValueView.DocsOf(binding);

    public string Accessibility => binding.Target.Accessibility;

    public string TypeName => binding.TypeName;

    public IReadOnlyList<EnumValueView> Values => [.. binding.Values.Select(value => new EnumValueView(value, value.Value))];
}

/// <summary>A value of an enum.</summary>
internal sealed class EnumValueView(EnumValueBinding value, string literal)
{
    public IReadOnlyList<string> Docs { get; } =
        XmlDoc.Summary(value.Documentation ?? $"The value {(value.Value.Length == 0 ? "that is empty" : value.Value)}.");

    public string Name => value.Name;

    public string Literal => literal;

    public static IReadOnlyList<string> DocsOf(EnumBinding binding) => XmlDoc.Summary(binding.Documentation ?? $"Values of {binding.TypeName}.");
}
