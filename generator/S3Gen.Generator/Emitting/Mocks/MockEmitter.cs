using System.Globalization;
using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Mocks;

/// <summary>The double of a client: it implements the client's interface and leaves the rest to the recorder of S3Gen.Testing.</summary>
internal static class MockEmitter
{
    public static string Emit(MockBinding mock) => TemplateRenderer.Render("mock", new
    {
        mock.Target.Accessibility,
        mock.Target.ClientName,
        mock.Target.ServicePrefix,
        Name = MockBinding.NameOf(mock.Target),
        Operations = mock.Operations.Select(ViewOf).ToArray(),
        Errors = mock.Errors.Select(error => new
        {
            Code = CSharpLiteral.Text(error.Code),
            error.TypeName,
            Status = error.Status is { } status ? $"(HttpStatusCode){status.ToString(CultureInfo.InvariantCulture)}" : string.Empty,
        }).ToArray(),
    });

    private static object ViewOf(MockOperationBinding operation) => new
    {
        operation.Name,
        Subjects = string.Join(", ", operation.Subjects.Select(property => $"({CSharpLiteral.Text(property)}, request.{property})")),
        Body = operation.Body ?? string.Empty,
        Length = operation.Length ?? string.Empty,
        Stream = operation.Stream ?? string.Empty,
        Copied = operation.Copied.ToArray(),
        operation.HasDefault,
    };
}
