using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>Enums: open ones of strings, and C# enums of numbers.</summary>
internal static class EnumEmitter
{
    public static string Emit(EnumBinding binding) => TemplateRenderer.Render("enum", View(binding));

    public static string EmitIntEnum(EnumBinding binding) => TemplateRenderer.Render("intenum", View(binding));

    private static object View(EnumBinding binding) => new
    {
        Docs = XmlDoc.Summary(binding.Documentation ?? $"Values of {binding.TypeName}."),
        binding.Target.Accessibility,
        binding.TypeName,
        binding.Target.IsServer,
        Known = string.Join(" or ", binding.Values.Select(value => CSharpLiteral.Text(value.Value)).Distinct()),
        Values = binding.Values.Select(value => new
        {
            Docs = XmlDoc.Summary(value.Documentation ?? $"The value {(value.Value.Length == 0 ? "that is empty" : value.Value)}."),
            value.Name,
            Literal = binding.IsIntEnum ? value.Value : CSharpLiteral.Text(value.Value),
        }).ToArray(),
    };
}
