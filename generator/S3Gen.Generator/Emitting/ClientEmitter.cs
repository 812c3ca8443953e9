using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Rules;

namespace S3Gen.Generator.Emitting;

/// <summary>The client class itself; its operations are in files of their own, as parts of it.</summary>
internal static class ClientEmitter
{
    public static string Emit(ClientBinding client) => TemplateRenderer.Render("client", new
    {
        client.Target.Accessibility,
        client.Target.ClientName,
        Prefix = client.Target.ServicePrefix,
        Title = XmlDoc.Escape(client.Title),
        ServiceName = CSharpLiteral.Text(client.ServiceName),
        SigningName = CSharpLiteral.Text(client.SigningName),
        EndpointPrefix = CSharpLiteral.Text(client.EndpointPrefix),
        ErrorsWrapped = CSharpLiteral.Bool(client.ErrorsWrapped),
        client.HasEndpointRules,
        Options = client.Options.Select(option => new
        {
            option.Property,
            Type = RuleCode.ParameterType(option.Kind),
            Documentation = XmlDoc.Escape(option.Documentation ?? $"The parameter {option.Property} of the service's endpoint rules."),
        }).ToArray(),
        Errors = client.Errors.Select(error => new { Code = CSharpLiteral.Text(error.Code), error.TypeName }).ToArray(),
    });
}
