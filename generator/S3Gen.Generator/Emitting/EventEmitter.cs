using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>Reading of one event: members from its headers, and from its payload one member, or a document of those that are left.</summary>
internal static class EventEmitter
{
    public static void Read(CodeWriter code, StructureBinding structure)
    {
        code.Blank();
        code.Open($"internal static {structure.TypeName} ReadEvent(EventMessage message)");
        MemberBinding[] headers = [.. structure.Members.Where(member => member.IsEventHeader)];
        MemberBinding? payload = structure.Members.FirstOrDefault(member => member.IsEventPayload);
        if (headers.Length == 0 && payload is null && structure.Members.Count > 0)
        {
            ReadDocument(code, structure.RootName, structure.TypeName);
            code.Line("return content;");
            code.Close();
            return;
        }

        MemberBinding[] document = payload is null ? [.. structure.Members.Except(headers)] : [];
        ReadPayload(code, structure, payload, document);
        List<string> initializers = [.. headers.Select(header => $"{header.Property} = {FromHeader(header)}")];
        if (payload is not null)
        {
            initializers.Add($"{payload.Property} = {PayloadValue(payload)}");
        }

        initializers.AddRange(document.Select(member => $"{member.Property} = content.{member.Property}"));
        WriteResult(code, structure, initializers);
        code.Close();
    }

    private static void ReadPayload(CodeWriter code, StructureBinding structure, MemberBinding? payload, MemberBinding[] document)
    {
        if (payload is { Type.Kind: TypeKind.Structure or TypeKind.Union })
        {
            ReadDocument(code, payload.Type.RootName!, payload.Type.Name);
        }
        else if (document.Length > 0)
        {
            ReadDocument(code, structure.RootName, structure.TypeName);
        }
    }

    private static void ReadDocument(CodeWriter code, string root, string type)
    {
        code.Line("Utf8XmlReader reader = new(message.Payload);");
        code.Line($"reader.ReadRoot({CSharpLiteral.Utf8(root)});");
        code.Line($"{type} content = {type}Xml.Read(ref reader);");
        code.Line("reader.ReadEnd();");
    }

    private static void WriteResult(CodeWriter code, StructureBinding structure, List<string> initializers)
    {
        if (initializers.Count <= 1)
        {
            code.Line(initializers.Count == 0 ? $"return new {structure.TypeName}();" : $"return new {structure.TypeName} {{ {initializers[0]} }};");
            return;
        }

        code.Blank();
        code.Line($"return new {structure.TypeName}");
        code.Line("{");
        code.Push();
        foreach (string initializer in initializers)
        {
            code.Line(initializer + ",");
        }

        code.Pop();
        code.Line("};");
    }

    private static string PayloadValue(MemberBinding payload) => payload.Type.Kind switch
    {
        TypeKind.Blob => "message.Payload.ToArray()",
        TypeKind.String => "Encoding.UTF8.GetString(message.Payload)",
        _ => "content",
    };

    private static string FromHeader(MemberBinding member)
    {
        string name = CSharpLiteral.Utf8(member.Name);
        return member.Type.Kind switch
        {
            TypeKind.Boolean => $"message.GetBoolean({name})",
            TypeKind.Byte => $"message.GetByte({name})",
            TypeKind.Short => $"message.GetInt16({name})",
            TypeKind.Integer => $"message.GetInt32({name})",
            TypeKind.IntEnum => $"({member.Type.Name}?)message.GetInt32({name})",
            TypeKind.Long => $"message.GetInt64({name})",
            TypeKind.Blob => $"message.GetBlob({name}) is {{ }} {member.Local} ? {member.Local} : (ReadOnlyMemory<byte>?)null",
            TypeKind.Timestamp => $"message.GetTimestamp({name})",
            TypeKind.Enum => $"message.GetString({name}) is {{ }} {member.Local} ? new {member.Type.Name}({member.Local}) : ({member.Type.Name}?)null",
            _ => $"message.GetString({name})",
        };
    }
}
