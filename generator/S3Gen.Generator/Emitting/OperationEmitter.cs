using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Views;

namespace S3Gen.Generator.Emitting;

/// <summary>Operations: the client's methods, request, response and marshaller, in one file.</summary>
internal static class OperationEmitter
{
    public static string Emit(OperationBinding operation)
    {
        HashSet<string> tokens = [.. operation.Paginator?.Tokens.Select(token => token.RequestProperty) ?? []];
        string documentation = operation.Documentation ?? $"Calls the operation {operation.Name}.";
        return TemplateRenderer.Render("operation", new
        {
            operation.Target.Accessibility,
            operation.Target.ClientName,
            operation.Target.ServicePrefix,
            operation.Name,
            Docs = XmlDoc.Summary(documentation),
            Remarks = operation.DocumentationLink is { } link ? $"/// <remarks>See <see href=\"{XmlDoc.Escape(link)}\"/>.</remarks>" : "/// <remarks>The model links no further documentation.</remarks>",
            Exceptions = operation.Exceptions.Select(name => $"/// <exception cref=\"{name}\">The service answered with this error.</exception>").ToArray(),
            Obsolete = operation.Deprecation is { } message ? $"[Obsolete({CSharpLiteral.Text(message)})]" : string.Empty,
            RequestProperties = operation.Request.Members.Select(member => PropertyView.Of(member, StructureUsage.Input, tokens.Contains(member.Property))).ToArray(),
            ResponseProperties = operation.Response.Members.Select(member => PropertyView.Of(member, StructureUsage.Output)).ToArray(),
            RequestBase = IsPresignable(operation) ? " : IPresignable" : string.Empty,
            RequestExtra = NextPage(operation),
            RequestPresign = Presigning(operation),
            ResponseBase = operation.ResponseBody.Form == ResponseBodyForm.Stream ? "StreamingServiceResponse" : "ServiceResponse",
            HttpMethod = HttpMethodOf(operation.Method),
            BodyKind = BodyKind(operation),
            Validation = Validation(operation),
            Flags = operation.Flags.Count == 0 ? "OperationFlags.None" : string.Join(" | ", operation.Flags.Select(flag => "OperationFlags." + flag)),
            ChecksumHeader = operation.ChecksumAlgorithmHeader is { } header ? CSharpLiteral.Text(header) : string.Empty,
            WriteBody = RequestEmitter.Emit(operation),
            ReadBody = ResponseEmitter.Emit(operation),
            Extensions = ExtensionEmitter.Emit(operation),
        });
    }

    /// <summary>A stream of events cannot be sent by who merely holds a URL.</summary>
    private static bool IsPresignable(OperationBinding operation) =>
        operation.Request.Members.All(member => member.Location != MemberLocation.Payload || member.Type.Kind != TypeKind.EventStream);

    private static string Presigning(OperationBinding operation)
    {
        if (!IsPresignable(operation))
        {
            return string.Empty;
        }

        CodeWriter code = new(1);
        code.Blank();
        code.Line($"Operation IPresignable.Operation => {operation.Name}Operation.Instance;");
        code.Blank();
        code.Line($"void IPresignable.Write(RequestHead head) => {operation.Name}Operation.Instance.Write(this, head);");
        return "\n" + code.ToString() + "\n";
    }

    private static string BodyKind(OperationBinding operation) => operation.ResponseBody.Form switch
    {
        ResponseBodyForm.None => "None",
        ResponseBodyForm.Stream => operation.ResponseBody.IsResumable ? "ResumableStream" : "Stream",
        _ => "Buffered",
    };

    private static string Validation(OperationBinding operation)
    {
        if (operation.ResponseBody.Validation is not { } validation)
        {
            return string.Empty;
        }

        string algorithms = string.Join(", ", validation.Algorithms.Select(CSharpLiteral.Text));
        return $"new({CSharpLiteral.Text(validation.ModeHeader)}, {algorithms})";
    }

    private static string HttpMethodOf(string method) => method switch
    {
        "GET" or "PUT" or "POST" or "DELETE" or "HEAD" or "OPTIONS" or "PATCH" => "HttpMethod." + method[0] + method.Substring(1).ToLowerInvariant(),
        _ => $"new HttpMethod({CSharpLiteral.Text(method)})",
    };

    // Properties are init-only; the copy for a next page sets the fields behind the tokens.
    private static string NextPage(OperationBinding operation)
    {
        if (operation.Paginator is not { } paginator)
        {
            return string.Empty;
        }

        CodeWriter code = new(1);
        TokenParameters tokens = new(operation, paginator);
        code.Blank();
        code.Line("/// <summary>A copy of this request that asks for the page after the one that gave the tokens.</summary>");
        code.Open($"internal {operation.Request.TypeName} NextPage({tokens.Declarations})");
        code.Line($"{operation.Request.TypeName} next = ({operation.Request.TypeName})MemberwiseClone();");
        foreach (MemberBinding member in tokens.Members)
        {
            code.Line($"next._{member.Local.TrimStart('@')} = {member.Local};");
        }

        code.Line("return next;");
        code.Close();
        return "\n" + code.ToString() + "\n";
    }

    private sealed class TokenParameters(OperationBinding operation, PaginatorBinding paginator)
    {
        public IReadOnlyList<MemberBinding> Members { get; } =
            [.. paginator.Tokens.Select(token => operation.Request.Members.First(member => member.Property == token.RequestProperty))];

        public string Declarations => string.Join(", ", Members.Select(member => $"{PropertyType.Of(member, StructureUsage.Input)} {member.Local}"));
    }
}
