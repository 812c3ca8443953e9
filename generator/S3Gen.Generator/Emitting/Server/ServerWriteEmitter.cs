using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting.Server;

/// <summary>The body of a response's <c>Write</c>: headers, then the document.</summary>
internal static class ServerWriteEmitter
{
    public static string Emit(OperationBinding operation)
    {
        CodeWriter code = new(2);
        IReadOnlyList<MemberBinding> members = ServerOperationEmitter.Members(operation.Response);
        code.Reserve(operation.Response.Members);
        foreach (MemberBinding member in members)
        {
            WriteHead(code, member);
        }

        WriteBody(code, operation, members);
        if (code.IsEmpty)
        {
            code.Line("ArgumentNullException.ThrowIfNull(response);");
        }

        return code.ToString();
    }

    private static void WriteHead(CodeWriter code, MemberBinding member)
    {
        string name = CSharpLiteral.Text(member.WireName);
        switch (member.Location)
        {
            case MemberLocation.Header:
                code.Open($"if ({member.Property} is {{ }} {member.Local})");
                code.Line($"response.SetHeader({name}, {HeaderText(member)});");
                code.Close();
                break;
            case MemberLocation.PrefixHeaders:
                code.Line($"response.SetPrefixHeaders({name}, {member.Property});");
                break;
            case MemberLocation.ResponseCode:
                code.Open($"if ({member.Property} is {{ }} {member.Local})");
                code.Line($"response.Status = {member.Local};");
                code.Close();
                break;
        }
    }

    private static string HeaderText(MemberBinding member) => member.Type.Kind switch
    {
        TypeKind.List => $"string.Join(\", \", {member.Local}.Select(static item => {ValueCode.ToText(member.Type.Element!.Type, "item")}))",
        TypeKind.String when member.Type.MediaType is not null => $"Numbers.Base64({member.Local})",
        _ => ValueCode.ToText(member.Type, member.Local),
    };

    private static void WriteBody(CodeWriter code, OperationBinding operation, IReadOnlyList<MemberBinding> members)
    {
        ResponseBodyBinding body = operation.ResponseBody;
        switch (body.Form)
        {
            case ResponseBodyForm.Members:
                MemberBinding[] inBody = [.. members.Where(member => member.Location == MemberLocation.Body)];
                OpenRoot(code, body);
                XmlWriteEmitter.WriteMembers(code, inBody, "this", operation.Response.TypeName, StructureUsage.Input);
                code.Line($"xml.WriteEnd({CSharpLiteral.Utf8(body.RootName)});");
                break;
            case ResponseBodyForm.Unwrapped:
                MemberBinding value = body.Payload!;
                OpenRoot(code, body);
                code.Open($"if ({value.Property} is {{ }} {value.Local})");
                code.Line($"xml.WriteText({ValueCode.ToText(value.Type, value.Local)});");
                code.Close();
                code.Line($"xml.WriteEnd({CSharpLiteral.Utf8(body.RootName)});");
                break;
            case ResponseBodyForm.Structure:
                code.Open($"if ({body.Payload!.Property} is {{ }} {body.Payload.Local})");
                code.Line("Utf8XmlWriter xml = response.BeginXml();");
                XmlWriteEmitter.WriteElement(code, body.Payload.Type, body.RootName, body.RootNamespace, body.Payload.Local);
                code.Close();
                break;
            case ResponseBodyForm.Raw:
                WriteRaw(code, body.Payload!);
                break;
        }
    }

    private static void OpenRoot(CodeWriter code, ResponseBodyBinding body)
    {
        code.Line("Utf8XmlWriter xml = response.BeginXml();");
        code.Line($"xml.WriteStart({CSharpLiteral.Utf8(body.RootName + body.RootNamespace)});");
    }

    private static void WriteRaw(CodeWriter code, MemberBinding payload)
    {
        code.Open($"if ({payload.Property} is {{ }} {payload.Local})");
        code.Line(payload.Type.Kind == TypeKind.Blob
            ? $"response.SetBody({payload.Local});"
            : $"response.SetBody(Encoding.UTF8.GetBytes({ValueCode.ToText(payload.Type, payload.Local)}));");
        code.Close();
    }
}
