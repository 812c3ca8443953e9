using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Rules;

namespace S3Gen.Generator.Emitting.Views;

/// <summary>A client as its template prints it.</summary>
internal sealed class ClientView(ClientBinding client) : ITemplateView
{
    string ITemplateView.Template => "client";

    public string Accessibility => client.Target.Accessibility;

    public string ClientName => client.Target.ClientName;

    public string Prefix => client.Target.ServicePrefix;

    public string Title => XmlDoc.Escape(client.Title);

    public string ServiceName => CSharpLiteral.Text(client.ServiceName);

    public string SigningName => CSharpLiteral.Text(client.SigningName);

    public string EndpointPrefix => CSharpLiteral.Text(client.EndpointPrefix);

    public string ErrorsWrapped => CSharpLiteral.Bool(client.ErrorsWrapped);

    public bool HasEndpointRules => client.HasEndpointRules;

    public IReadOnlyList<OptionView> Options => [.. client.Options.Select(option => new OptionView(option))];

    public IReadOnlyList<ErrorCodeView> Errors => [.. client.Errors.Select(error => new ErrorCodeView(CSharpLiteral.Text(error.Code), error.TypeName))];
}

/// <summary>An option that the service's endpoint rules have.</summary>
internal sealed class OptionView(EndpointOptionBinding option)
{
    public string Property => option.Property;

    public string Type => RuleCode.ParameterType(option.Kind);

    public string Documentation => XmlDoc.Escape(option.Documentation ?? $"The parameter {option.Property} of the service's endpoint rules.");
}

/// <summary>An error's code, as a literal, and the exception that bears it.</summary>
internal sealed record ErrorCodeView(string Code, string TypeName);
