using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Rules;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Emitting;

/// <summary>The body of an operation's <c>Write</c>: checks, then path, query, headers and body, each in the order of the wire.</summary>
internal static class RequestEmitter
{
    public static string Emit(OperationBinding operation)
    {
        CodeWriter code = new(2);
        code.Reserve(operation.Request.Members);
        WriteChecks(code, operation.Request);
        WriteTarget(code, operation);
        QueryEmitter.Write(code, operation);
        WriteHeaders(code, operation);
        WriteBody(code, operation);
        return code.ToString();
    }

    private static void WriteChecks(CodeWriter code, StructureBinding request)
    {
        foreach (MemberBinding member in request.Members)
        {
            string access = "request." + member.Property;
            string name = CSharpLiteral.Text($"{request.TypeName}.{member.Property}");
            if (member.IsRequiredProperty && !member.Type.IsValueType && member.Constraints.All(constraint => constraint.Check is "Range" or "ByteRange" or "CustomerKey"))
            {
                code.Line($"Require.NotNull({access}, {name});");
            }

            foreach (ConstraintBinding constraint in member.Constraints)
            {
                string arguments = constraint.Arguments.Length > 0 ? constraint.Arguments + ", " : string.Empty;
                code.Line($"Require.{constraint.Check}({access}, {arguments}{name});");
            }
        }
    }

    private static void WriteTarget(CodeWriter code, OperationBinding operation)
    {
        if (operation.Request.Members.FirstOrDefault(member => member.Location == MemberLocation.Bucket) is { } bucket)
        {
            code.Line($"head.Bucket = request.{bucket.Property};");
        }

        foreach (EndpointInputBinding input in operation.EndpointInputs)
        {
            string constant = $"{operation.Target.ServicePrefix}EndpointRules.{RuleCode.SlotName(input.Parameter)}";
            code.Line($"head.EndpointInputs.Set{input.Kind}({constant}, {input.Expression});");
        }

        if (operation.HostPrefix is { } prefix)
        {
            code.Line($"head.HostPrefix = {HostPrefix(operation, prefix)};");
        }

        foreach (PathSegment segment in operation.Path)
        {
            code.Line(segment.Label is { } label
                ? $"head.{(segment.IsGreedy ? "AppendGreedyLabel" : "AppendLabel")}({ValueCode.ToText(label.Type, "request." + label.Property)});"
                : $"head.AppendPath({CSharpLiteral.Text(segment.Literal!)});");
        }
    }

    private static string HostPrefix(OperationBinding operation, string prefix)
    {
        string text = CSharpLiteral.Text(prefix);
        bool interpolated = false;
        foreach (MemberBinding member in operation.Request.Members.Where(member => member.IsHostLabel))
        {
            string name = CSharpLiteral.Text($"{operation.Request.TypeName}.{member.Property}");
            text = text.Replace("{" + member.Name + "}", $"{{Require.HostLabel(request.{member.Property}, {name})}}");
            interpolated = true;
        }

        return interpolated ? "$" + text : text;
    }

    private static void WriteHeaders(CodeWriter code, OperationBinding operation)
    {
        IEnumerable<MemberBinding> headers = operation.Request.Members
            .Where(member => member.Location is MemberLocation.Header or MemberLocation.PrefixHeaders)
            .OrderBy(member => member.WireName.ToLowerInvariant(), StringComparer.Ordinal);
        if (operation.Body.Kind == RequestBodyKind.Raw)
        {
            code.Line($"head.DefaultContentType = {CSharpLiteral.Text(RawContentType(operation.Body))};");
        }

        foreach (MemberBinding member in headers)
        {
            WriteHeader(code, operation.Request, member);
        }
    }

    private static string RawContentType(RequestBodyBinding body) =>
        body.MediaType ?? (body.Payload!.Type.Kind is TypeKind.String or TypeKind.Enum ? "text/plain" : "application/octet-stream");

    private static void WriteHeader(CodeWriter code, StructureBinding request, MemberBinding member)
    {
        string access = "request." + member.Property;
        string name = CSharpLiteral.Text(member.WireName);
        string memberName = CSharpLiteral.Text($"{request.TypeName}.{member.Property}");
        string nullable = member.IsRequiredProperty && member.Type.IsValueType ? string.Empty : "?";
        switch (member.Type.Kind)
        {
            case TypeKind.String when member.CustomerKeyRole != CustomerKeyRole.None:
                WriteCustomerKey(code, member, access, name, memberName);
                break;
            case TypeKind.Map:
                code.Line($"head.AddPrefixHeaders({name}, {access}, {memberName});");
                break;
            case TypeKind.List:
                WriteHeaderList(code, member, access, name);
                break;
            case TypeKind.String when member.IsIdempotencyToken:
                code.Line($"head.AddHeader({name}, {access} ?? head.NewIdempotencyToken());");
                break;
            case TypeKind.String when member.Type.MediaType is not null:
                code.Line($"head.AddHeader({name}, Numbers.Base64({access}));");
                break;
            case TypeKind.String when member.WireName.Equals("Content-Type", StringComparison.OrdinalIgnoreCase):
                code.Line($"head.ContentType = {access} ?? head.ContentType;");
                break;
            case TypeKind.Enum:
                code.Line($"head.AddHeader({name}, {access}{nullable}.Value);");
                break;
            case TypeKind.IntEnum:
                code.Line($"head.AddHeader({name}, (int{nullable}){access});");
                break;
            case TypeKind.Timestamp:
                code.Line($"head.AddHeader({name}, {access}, TimestampFormat.{member.Type.TimestampFormat});");
                break;
            case TypeKind.Blob or TypeKind.BigInteger or TypeKind.BigDecimal:
                code.Line($"head.AddHeader({name}, {(nullable.Length > 0 ? $"{access} is {{ }} {member.Local} ? {ValueCode.ToText(member.Type, member.Local)} : null" : ValueCode.ToText(member.Type, access))});");
                break;
            default:
                code.Line($"head.AddHeader({name}, {access});");
                break;
        }
    }

    private static void WriteCustomerKey(CodeWriter code, MemberBinding member, string access, string name, string memberName)
    {
        string key = "request." + member.CustomerKeyProperty;
        code.Line(member.CustomerKeyRole switch
        {
            CustomerKeyRole.Key => $"head.AddCustomerKey({name}, {access}, {memberName});",
            CustomerKeyRole.Algorithm => $"head.AddHeader({name}, {access} ?? CustomerKey.Algorithm({key}));",
            _ => $"head.AddHeader({name}, {access} ?? CustomerKey.Digest({key}));",
        });
    }

    private static void WriteHeaderList(CodeWriter code, MemberBinding member, string access, string name)
    {
        TypeBinding element = member.Type.Element!.Type;
        code.Line(element.Kind == TypeKind.String
            ? $"head.AddHeaderList({name}, {access});"
            : $"head.AddHeaderList({name}, {access}, static item => {ValueCode.ToText(element, "item")});");
    }

    private static void WriteBody(CodeWriter code, OperationBinding operation)
    {
        RequestBodyBinding body = operation.Body;
        switch (body.Kind)
        {
            case RequestBodyKind.Members:
                MemberBinding[] members = [.. operation.Request.Members.Where(member => member.Location == MemberLocation.Body)];
                code.Line("Utf8XmlWriter xml = head.BeginXml();");
                WriteRoot(code, operation, members);
                break;
            case RequestBodyKind.Structure:
                WriteStructure(code, operation, body);
                break;
            case RequestBodyKind.Raw:
                WriteRaw(code, body.Payload!);
                break;
        }
    }

    private static void WriteRoot(CodeWriter code, OperationBinding operation, MemberBinding[] members)
    {
        string start = CSharpLiteral.Utf8(operation.Body.RootName + operation.Body.RootNamespace);
        if (members.Any(member => member.IsXmlAttribute))
        {
            code.Line($"xml.WriteStartOpen({start});");
            XmlWriteEmitter.WriteAttributes(code, members, "request", operation.Request.TypeName);
            code.Line("xml.WriteStartClose();");
        }
        else
        {
            code.Line($"xml.WriteStart({start});");
        }

        XmlWriteEmitter.WriteMembers(code, members, "request", operation.Request.TypeName, StructureUsage.Input);
        code.Line($"xml.WriteEnd({CSharpLiteral.Utf8(operation.Body.RootName)});");
    }

    private static void WriteStructure(CodeWriter code, OperationBinding operation, RequestBodyBinding body)
    {
        MemberBinding payload = body.Payload!;
        if (payload.IsRequiredProperty)
        {
            code.Line("Utf8XmlWriter xml = head.BeginXml();");
            XmlWriteEmitter.WriteElement(code, payload.Type, body.RootName, body.RootNamespace, "request." + payload.Property);
            return;
        }

        code.Open($"if (request.{payload.Property} is {{ }} {payload.Local})");
        code.Line("Utf8XmlWriter xml = head.BeginXml();");
        XmlWriteEmitter.WriteElement(code, payload.Type, body.RootName, body.RootNamespace, payload.Local);
        code.Close();
    }

    private static void WriteRaw(CodeWriter code, MemberBinding payload)
    {
        string access = "request." + payload.Property;
        code.Line(payload.Type.Kind switch
        {
            TypeKind.StreamingBlob => $"head.Body = {access};",
            TypeKind.Blob when payload.IsRequiredProperty => $"head.Body = RequestBody.FromBytes({access});",
            TypeKind.Blob => $"head.Body = {access} is {{ }} {payload.Local} ? RequestBody.FromBytes({payload.Local}) : null;",
            TypeKind.Enum when !payload.IsRequiredProperty => $"head.Body = {access} is {{ }} {payload.Local} ? RequestBody.FromString({payload.Local}.Value) : null;",
            TypeKind.Enum => $"head.Body = RequestBody.FromString({access}.Value);",
            _ => $"head.Body = {access} is {{ }} {payload.Local} ? RequestBody.FromString({payload.Local}) : null;",
        });
    }
}
