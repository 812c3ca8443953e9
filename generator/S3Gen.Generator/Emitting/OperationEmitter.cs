using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Views;

namespace S3Gen.Generator.Emitting;

/// <summary>Operations: the client's methods, request, response and marshaller, in one file.</summary>
internal static class OperationEmitter
{
    public static string Emit(OperationBinding operation) => TemplateRenderer.Render(new OperationView(operation)
    {
        RequestExtra = NextPage(operation),
        RequestPresign = Presigning(operation),
        WriteBody = RequestEmitter.Emit(operation),
        ReadBody = ResponseEmitter.Emit(operation),
        Extensions = ExtensionEmitter.Emit(operation),
    });

    private static string Presigning(OperationBinding operation)
    {
        if (!operation.IsPresignable)
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
