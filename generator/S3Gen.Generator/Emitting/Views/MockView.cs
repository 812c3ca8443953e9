using System.Globalization;
using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Views;

/// <summary>The double of a client as its template prints it.</summary>
internal sealed class MockView(MockBinding mock) : ITemplateView
{
    string ITemplateView.Template => "mock";

    public string Accessibility => mock.Target.Accessibility;

    public string ClientName => mock.Target.ClientName;

    public string ServicePrefix => mock.Target.ServicePrefix;

    public string Name => MockBinding.NameOf(mock.Target);

    public IReadOnlyList<MockOperationView> Operations => [.. mock.Operations.Select(operation => new MockOperationView(operation))];

    public IReadOnlyList<MockErrorView> Errors => [.. mock.Errors.Select(error => new MockErrorView(error))];
}

/// <summary>What a double says of an operation; what an operation has not is empty.</summary>
internal sealed class MockOperationView(MockOperationBinding operation)
{
    public string Name => operation.Name;

    /// <summary>Pairs of a property's name and its value in the request.</summary>
    public string Subjects { get; } =
        string.Join(", ", operation.Subjects.Select(property => $"({CSharpLiteral.Text(property)}, request.{property})"));

    public string Body => operation.Body ?? string.Empty;

    public string Length => operation.Length ?? string.Empty;

    public string Stream => operation.Stream ?? string.Empty;

    public IReadOnlyList<string> Copied { get; } = [.. operation.Copied];

    public bool HasDefault => operation.HasDefault;
}

/// <summary>An error that a double can fail with; one of no status of its own has an empty text there.</summary>
internal sealed class MockErrorView(MockErrorBinding error)
{
    public string Code { get; } = CSharpLiteral.Text(error.Code);

    public string TypeName => error.TypeName;

    public string Status { get; } = error.Status is { } status ? $"(HttpStatusCode){status.ToString(CultureInfo.InvariantCulture)}" : string.Empty;
}
