using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Views;

namespace S3Gen.Generator.Emitting.Server;

/// <summary>The table of a server's routes.</summary>
internal static class RoutesEmitter
{
    public static string Emit(RoutesBinding routes) =>
        TemplateRenderer.Render(new RoutesView(routes) { Routes = [.. routes.Routes.Select(Route)] });

    private static string Route(RouteBinding route)
    {
        string hasBucket = route.HasBucket ? ", HasBucket = true" : string.Empty;
        return $"new({CSharpLiteral.Text(route.Operation)}, {CSharpLiteral.Text(route.Method)}, {CSharpLiteral.Text(route.Path)}) "
            + $"{{ Literals = {List(route.Literals)}, Query = {List(route.Query)}, RequiredQuery = {List(route.RequiredQuery)}, "
            + $"RequiredHeaders = {List(route.RequiredHeaders)}{hasBucket} }},";
    }

    private static string List(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(CSharpLiteral.Text)) + "]";
}
