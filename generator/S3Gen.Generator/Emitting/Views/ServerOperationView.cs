using System.Globalization;
using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Views;

/// <summary>The server's end of an operation as its template prints it.</summary>
internal sealed class ServerOperationView(OperationBinding operation) : ITemplateView
{
    string ITemplateView.Template => "serveroperation";

    public string Accessibility => operation.Target.Accessibility;

    public string Name => operation.Name;

    public required IReadOnlyList<PropertyView> RequestProperties { get; init; }

    public required IReadOnlyList<PropertyView> ResponseProperties { get; init; }

    public string Status => operation.SuccessStatus.ToString(CultureInfo.InvariantCulture);

    public required string ReadBody { get; init; }

    public required string WriteBody { get; init; }
}
