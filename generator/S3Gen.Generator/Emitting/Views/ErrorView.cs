using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Views;

/// <summary>A modeled error as its template prints it.</summary>
internal sealed class ErrorView(ErrorBinding error) : ITemplateView
{
    string ITemplateView.Template => "error";

    public IReadOnlyList<string> Docs => XmlDoc.Summary(error.Documentation ?? $"The service answered with the error {error.Code}.");

    public string Accessibility => error.Target.Accessibility;

    public string TypeName => error.TypeName;

    public string BaseName => error.Target.ServicePrefix + "Exception";

    public IReadOnlyList<PropertyView> Properties => PropertyView.Of(error.Members, StructureUsage.Output);

    /// <summary>Statements that read the members, each on lines of its own.</summary>
    public required string Reading { get; init; }
}
