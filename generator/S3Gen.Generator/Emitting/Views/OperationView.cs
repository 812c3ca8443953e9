using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Views;

/// <summary>An operation as its template prints it; what an operation has not is empty.</summary>
internal sealed class OperationView(OperationBinding operation) : ITemplateView
{
    string ITemplateView.Template => "operation";

    public string Accessibility => operation.Target.Accessibility;

    public string ClientName => operation.Target.ClientName;

    public string ServicePrefix => operation.Target.ServicePrefix;

    public string Name => operation.Name;

    public IReadOnlyList<string> Docs => XmlDoc.Summary(operation.Documentation ?? $"Calls the operation {operation.Name}.");

    public string Remarks => operation.DocumentationLink is { } link
        ? $"/// <remarks>See <see href=\"{XmlDoc.Escape(link)}\"/>.</remarks>"
        : "/// <remarks>The model links no further documentation.</remarks>";

    public IReadOnlyList<string> Exceptions =>
        [.. operation.Exceptions.Select(name => $"/// <exception cref=\"{name}\">The service answered with this error.</exception>")];

    public string Obsolete => operation.Deprecation is { } message ? $"[Obsolete({CSharpLiteral.Text(message)})]" : string.Empty;

    public IReadOnlyList<PropertyView> RequestProperties
    {
        get
        {
            HashSet<string> tokens = [.. operation.Paginator?.Tokens.Select(token => token.RequestProperty) ?? []];
            return [.. operation.Request.Members.Select(member => PropertyView.Of(member, StructureUsage.Input, tokens.Contains(member.Property)))];
        }
    }

    public IReadOnlyList<PropertyView> ResponseProperties => PropertyView.Of(operation.Response.Members, StructureUsage.Output);

    public string RequestBase => operation.IsPresignable ? " : IPresignable" : string.Empty;

    /// <summary>The request's copy for a next page.</summary>
    public required string RequestExtra { get; init; }

    /// <summary>How the request is presigned.</summary>
    public required string RequestPresign { get; init; }

    public string ResponseBase => operation.ResponseBody.Form == ResponseBodyForm.Stream ? "StreamingServiceResponse" : "ServiceResponse";

    public string HttpMethod => operation.Method switch
    {
        "GET" or "PUT" or "POST" or "DELETE" or "HEAD" or "OPTIONS" or "PATCH" => "HttpMethod." + operation.Method[0] + operation.Method.Substring(1).ToLowerInvariant(),
        _ => $"new HttpMethod({CSharpLiteral.Text(operation.Method)})",
    };

    public string BodyKind => operation.ResponseBody.Form switch
    {
        ResponseBodyForm.None => "None",
        ResponseBodyForm.Stream => operation.ResponseBody.IsResumable ? "ResumableStream" : "Stream",
        _ => "Buffered",
    };

    /// <summary>Arguments of the response's validation.</summary>
    public string Validation => operation.ResponseBody.Validation is { } validation
        ? $"new({CSharpLiteral.Text(validation.ModeHeader)}, {string.Join(", ", validation.Algorithms.Select(CSharpLiteral.Text))})"
        : string.Empty;

    public string Flags => operation.Flags.Count == 0 ? "OperationFlags.None" : string.Join(" | ", operation.Flags.Select(flag => "OperationFlags." + flag));

    public string ChecksumHeader => operation.ChecksumAlgorithmHeader is { } header ? CSharpLiteral.Text(header) : string.Empty;

    /// <summary>Statements of <c>Write</c>.</summary>
    public required string WriteBody { get; init; }

    /// <summary>Statements of <c>Read</c>.</summary>
    public required string ReadBody { get; init; }

    /// <summary>Short overloads, pages and waiters.</summary>
    public required string Extensions { get; init; }
}
