using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Views;

/// <summary>A server's table of routes as its template prints it.</summary>
internal sealed class RoutesView(RoutesBinding routes) : ITemplateView
{
    string ITemplateView.Template => "routes";

    public string Accessibility => routes.Target.Accessibility;

    public string ServicePrefix => routes.Target.ServicePrefix;

    public string Title => XmlDoc.Escape(routes.Title);

    /// <summary>An entry of the table for each operation.</summary>
    public required IReadOnlyList<string> Routes { get; init; }
}
