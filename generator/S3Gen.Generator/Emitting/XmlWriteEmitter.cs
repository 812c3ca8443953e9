using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>Statements that write members as XML elements and attributes.</summary>
internal static class XmlWriteEmitter
{
    public static void WriteMembers(CodeWriter code, IReadOnlyCollection<MemberBinding> members, string owner, string typeName, StructureUsage usage)
    {
        code.Reserve(members);
        foreach (MemberBinding member in members.Where(member => !member.IsXmlAttribute))
        {
            WriteMember(code, member, owner, typeName, usage);
        }
    }

    public static void WriteAttributes(CodeWriter code, IEnumerable<MemberBinding> members, string owner, string typeName)
    {
        foreach (MemberBinding member in members.Where(member => member.IsXmlAttribute))
        {
            string access = $"{owner}.{member.Property}";
            if (member.IsRequiredProperty || member.IsRequired)
            {
                string value = member.IsRequiredProperty && member.Type.IsValueType ? access : NotNull(access, member, typeName);
                code.Line($"xml.WriteAttribute({CSharpLiteral.Utf8(member.WireName)}, {ValueCode.ToText(member.Type, value)});");
                continue;
            }

            code.Open($"if ({access} is {{ }} {member.Local})");
            code.Line($"xml.WriteAttribute({CSharpLiteral.Utf8(member.WireName)}, {ValueCode.ToText(member.Type, member.Local)});");
            code.Close();
        }
    }

    /// <summary>The content of an element for a structure or union: its start tag with attributes, its members, its end tag.</summary>
    public static void WriteElement(CodeWriter code, TypeBinding type, string name, string attributes, string value)
    {
        switch (type.Kind)
        {
            case TypeKind.Structure or TypeKind.Union:
                WriteStructure(code, type, name, attributes, value);
                break;
            case TypeKind.List:
                code.Line($"xml.WriteStart({CSharpLiteral.Utf8(name + attributes)});");
                WriteItems(code, type, type.Element!.XmlName, type.Element.Namespace, value);
                code.Line($"xml.WriteEnd({CSharpLiteral.Utf8(name)});");
                break;
            case TypeKind.Map:
                code.Line($"xml.WriteStart({CSharpLiteral.Utf8(name + attributes)});");
                WriteEntries(code, type, "entry", string.Empty, value);
                code.Line($"xml.WriteEnd({CSharpLiteral.Utf8(name)});");
                break;
            default:
                WriteScalar(code, type, name, attributes, value);
                break;
        }
    }

    private static void WriteMember(CodeWriter code, MemberBinding member, string owner, string typeName, StructureUsage usage)
    {
        string access = $"{owner}.{member.Property}";
        bool unsettable = usage == StructureUsage.Output && member.Type.IsCollection;
        if (member.IsIdempotencyToken && owner == "request")
        {
            Write(code, member, access + " ?? head.NewIdempotencyToken()");
        }
        else if (member.IsRequiredProperty)
        {
            Write(code, member, member.Type.IsValueType ? access : NotNull(access, member, typeName));
        }
        else if (member.IsRequired)
        {
            Write(code, member, unsettable ? $"Unset.Require({access}, {MemberName(member, typeName)})" : NotNull(access, member, typeName));
        }
        else
        {
            code.Open(unsettable ? $"if (Unset.IsSet({access}))" : $"if ({access} is {{ }} {member.Local})");
            Write(code, member, unsettable ? access : member.Local);
            code.Close();
        }
    }

    private static void Write(CodeWriter code, MemberBinding member, string value)
    {
        if (member.IsFlattened && member.Type.Kind == TypeKind.List)
        {
            WriteItems(code, member.Type, member.WireName, member.Namespace, value);
        }
        else if (member.IsFlattened && member.Type.Kind == TypeKind.Map)
        {
            WriteEntries(code, member.Type, member.WireName, member.Namespace, value);
        }
        else
        {
            if (member.Type.Kind is TypeKind.Structure or TypeKind.Union && value != member.Local)
            {
                code.Line($"{member.Type.Name} {member.Local} = {value};");
                value = member.Local;
            }

            WriteElement(code, member.Type, member.WireName, member.Namespace, value);
        }
    }

    private static void WriteStructure(CodeWriter code, TypeBinding type, string name, string attributes, string value)
    {
        string start = CSharpLiteral.Utf8(name + attributes);
        if (type.HasXmlAttributes)
        {
            code.Line($"xml.WriteStartOpen({start});");
            code.Line($"{type.Name}Xml.WriteAttributes(xml, {value});");
            code.Line("xml.WriteStartClose();");
        }
        else
        {
            code.Line($"xml.WriteStart({start});");
        }

        code.Line($"{type.Name}Xml.Write(xml, {value});");
        code.Line($"xml.WriteEnd({CSharpLiteral.Utf8(name)});");
    }

    private static void WriteItems(CodeWriter code, TypeBinding list, string name, string attributes, string value)
    {
        string item = code.Fresh("item");
        code.Open($"foreach ({list.Element!.NameIn(list.IsSparse)} {item} in {value})");
        WriteNullable(code, list.Element.Type, list.IsSparse, name, attributes, item);
        code.Close();
    }

    private static void WriteEntries(CodeWriter code, TypeBinding map, string name, string attributes, string value)
    {
        string key = code.Fresh("key");
        string entry = code.Fresh("entry");
        code.Open($"foreach ((string {key}, {map.Element!.NameIn(map.IsSparse)} {entry}) in {value})");
        code.Line($"xml.WriteStart({CSharpLiteral.Utf8(name + attributes)});");
        WriteScalar(code, map.Key!.Type with { Kind = TypeKind.String }, map.Key.XmlName, map.Key.Namespace, key);
        WriteNullable(code, map.Element.Type, map.IsSparse, map.Element.XmlName, map.Element.Namespace, entry);
        code.Line($"xml.WriteEnd({CSharpLiteral.Utf8(name)});");
        code.Close();
    }

    private static void WriteNullable(CodeWriter code, TypeBinding type, bool nullable, string name, string attributes, string value)
    {
        if (!nullable)
        {
            WriteElement(code, type, name, attributes, value);
            return;
        }

        string present = code.Fresh("present");
        code.Open($"if ({value} is {{ }} {present})");
        WriteElement(code, type, name, attributes, present);
        code.Close();
        code.Open("else");
        code.Line($"xml.WriteElement({CSharpLiteral.Utf8(name)}, string.Empty);");
        code.Close();
    }

    private static void WriteScalar(CodeWriter code, TypeBinding type, string name, string attributes, string value)
    {
        if (attributes.Length > 0)
        {
            code.Line($"xml.WriteStart({CSharpLiteral.Utf8(name + attributes)});");
            code.Line($"xml.WriteText({ValueCode.ToText(type, value)});");
            code.Line($"xml.WriteEnd({CSharpLiteral.Utf8(name)});");
            return;
        }

        string element = CSharpLiteral.Utf8(name);
        code.Line(type.Kind switch
        {
            TypeKind.Timestamp => $"xml.WriteElement({element}, {value}, TimestampFormat.{type.TimestampFormat});",
            TypeKind.Blob => $"xml.WriteBlob({element}, {value}.Span);",
            TypeKind.Enum => $"xml.WriteElement({element}, {value}.Value);",
            TypeKind.IntEnum => $"xml.WriteElement({element}, (int){value});",
            TypeKind.BigInteger or TypeKind.BigDecimal => $"xml.WriteElement({element}, {ValueCode.ToText(type, value)});",
            _ => $"xml.WriteElement({element}, {value});",
        });
    }

    private static string NotNull(string access, MemberBinding member, string typeName) => $"Require.NotNull({access}, {MemberName(member, typeName)})";

    private static string MemberName(MemberBinding member, string typeName) => CSharpLiteral.Text($"{typeName}.{member.Property}");
}
