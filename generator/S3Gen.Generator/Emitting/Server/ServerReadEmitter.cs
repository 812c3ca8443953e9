using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Server;

/// <summary>The body of a request's <c>Read</c>: path, query and headers, then the document.</summary>
internal static class ServerReadEmitter
{
    public static string Emit(OperationBinding operation)
    {
        CodeWriter code = new(2);
        IReadOnlyList<MemberBinding> members = ServerOperationEmitter.Members(operation.Request);
        code.Reserve(operation.Request.Members);
        ReadDocument(code, operation, members);
        if (members.Count == 0)
        {
            code.Line($"return new {operation.Request.TypeName}();");
            return code.ToString();
        }

        code.Line($"return new {operation.Request.TypeName}");
        code.Line("{");
        code.Push();
        foreach (MemberBinding member in members)
        {
            code.Line($"{member.Property} = {Value(code, operation, member)},");
        }

        code.Pop();
        code.Line("};");
        return code.ToString();
    }

    private static void ReadDocument(CodeWriter code, OperationBinding operation, IReadOnlyList<MemberBinding> members)
    {
        if (operation.Body is { Kind: RequestBodyKind.Structure, Payload: { } payload })
        {
            code.Line($"{payload.Type.Name}? {payload.Local} = null;");
            code.Open("if (!request.Document.IsEmpty)");
            OpenReader(code, operation.Body.RootName);
            code.Line($"{payload.Local} = {payload.Type.Name}Xml.Read(ref reader);");
            code.Line("reader.ReadEnd();");
            code.Close();
            if (payload.IsRequired)
            {
                code.Open("else");
                code.Line($"throw InvalidDocumentException.OfMissing({CSharpLiteral.Text(payload.WireName)});");
                code.Close();
            }
        }
        else if (operation.Body.Kind == RequestBodyKind.Members)
        {
            MemberBinding[] body = [.. members.Where(member => member.Location == MemberLocation.Body)];
            OpenReader(code, operation.Body.RootName);
            XmlReadEmitter.DeclareLocals(code, body);
            XmlReadEmitter.ReadAttributes(code, body);
            XmlReadEmitter.ReadMembers(code, body, isUnion: false);
            code.Line("reader.ReadEnd();");
        }
    }

    private static void OpenReader(CodeWriter code, string root) =>
        code.Line($"Utf8XmlReader reader = request.OpenXml({CSharpLiteral.Utf8(root)});");

    private static string Value(CodeWriter code, OperationBinding operation, MemberBinding member)
    {
        string name = CSharpLiteral.Text(member.WireName);
        return member.Location switch
        {
            MemberLocation.Bucket => "request.Bucket",
            MemberLocation.Label => FromText(member, $"request.Label({name})", code),
            MemberLocation.Query when member.Type.Kind == TypeKind.List => List(member, $"request.QueryValues({name})"),
            MemberLocation.Query => FromText(member, $"request.Query({name})", code),
            MemberLocation.QueryMap when member.Type.Element!.Type.Kind == TypeKind.List => "request.QueryListMap()",
            MemberLocation.QueryMap => "request.QueryMap()",
            MemberLocation.Header when member.Type.Kind == TypeKind.List => List(member, $"request.HeaderValues({name})"),
            MemberLocation.Header => FromText(member, $"request.Header({name})", code),
            MemberLocation.PrefixHeaders => $"request.PrefixHeaders({name})",
            MemberLocation.Payload when operation.Body.Kind == RequestBodyKind.Raw => member.Type.Kind == TypeKind.Blob
                ? "request.Document.ToArray()"
                : FromText(member, "request.DocumentText()", code),
            MemberLocation.Payload => member.Local,
            _ => member.Type.IsCollection ? $"{member.Local} ?? {PropertyType.Unset(member.Type)}" : member.Local,
        };
    }

    private static string FromText(MemberBinding member, string text, CodeWriter code)
    {
        if (member.Type.Kind == TypeKind.String)
        {
            return member.Type.MediaType is not null && member.Location == MemberLocation.Header ? $"ServerRequest.Base64({text})" : text;
        }

        string local = code.Fresh("text");
        return $"{text} is {{ }} {local} ? {ValueCode.FromText(member.Type, local)} : ({member.Type.Name}?)null";
    }

    private static string List(MemberBinding member, string texts)
    {
        TypeBinding element = member.Type.Element!.Type;
        return element.Kind == TypeKind.String ? texts : $"[.. {texts}.Select(static text => {ValueCode.FromText(element, "text")})]";
    }
}
