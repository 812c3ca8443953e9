using System.Globalization;
using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>Statements that read members from the element that is open, into locals of their names.</summary>
internal static class XmlReadEmitter
{
    public static void DeclareLocals(CodeWriter code, IReadOnlyCollection<MemberBinding> members)
    {
        code.Reserve(members);
        foreach (MemberBinding member in members)
        {
            code.Line($"{LocalType(member.Type)}? {member.Local} = null;");
        }
    }

    public static void ReadAttributes(CodeWriter code, IEnumerable<MemberBinding> members)
    {
        foreach (MemberBinding member in members.Where(member => member.IsXmlAttribute))
        {
            string text = code.Fresh("attribute");
            code.Open($"if (reader.TryGetAttribute({CSharpLiteral.Utf8(member.WireName)}, out string? {text}))");
            code.Line($"{member.Local} = {ValueCode.FromText(member.Type, text)};");
            code.Close();
        }
    }

    /// <summary>The loop over child elements: a switch on the length of the name, then on its bytes.</summary>
    public static void ReadMembers(CodeWriter code, IReadOnlyList<MemberBinding> members, bool isUnion)
    {
        List<MemberBinding> elements = [.. members.Where(member => !member.IsXmlAttribute)];
        code.Open("while (reader.TryReadChild(out ReadOnlySpan<byte> name))");
        if (elements.Count == 0)
        {
            code.Line("reader.Skip();");
            code.Close();
            return;
        }

        code.Open("switch (name.Length)");
        foreach (MemberBinding member in elements)
        {
            string local = LocalName(member.WireName);
            code.Line($"case {local.Length.ToString(CultureInfo.InvariantCulture)} when name.SequenceEqual({CSharpLiteral.Utf8(local)}):");
            code.Push();
            ReadMember(code, member);
            code.Line("break;");
            code.Pop();
        }

        code.Line("default:");
        code.Push();
        if (isUnion)
        {
            code.Line("unknownMember ??= Encoding.UTF8.GetString(name);");
        }

        code.Line("reader.Skip();");
        code.Line("break;");
        code.Pop();
        code.Close();
        code.Close();
    }

    /// <summary>What a property takes from its local: where nothing was read, collections stay unset.</summary>
    public static string Initializer(MemberBinding member, StructureUsage usage) =>
        usage == StructureUsage.Output && member.Type.IsCollection
            ? $"{member.Property} = {member.Local} ?? {PropertyType.Unset(member.Type)},"
            : $"{member.Property} = {member.Local},";

    public static string LocalType(TypeBinding type) => type.Kind switch
    {
        TypeKind.List => $"List<{type.Element!.NameIn(type.IsSparse)}>",
        TypeKind.Map => $"Dictionary<string, {type.Element!.NameIn(type.IsSparse)}>",
        _ => type.Name,
    };

    private static void ReadMember(CodeWriter code, MemberBinding member)
    {
        string local = member.Local;
        if (member.Type.Kind == TypeKind.List)
        {
            if (member.IsFlattened)
            {
                ReadValue(code, member.Type.Element!.Type, member.Type.IsSparse, value => code.Line($"({local} ??= []).Add({value});"));
            }
            else
            {
                code.Line($"{local} ??= [];");
                ReadItems(code, member.Type, local);
            }
        }
        else if (member.Type.Kind == TypeKind.Map)
        {
            code.Line($"{local} ??= [];");
            if (member.IsFlattened)
            {
                ReadEntry(code, member.Type, local);
            }
            else
            {
                ReadEntries(code, member.Type, local);
            }
        }
        else
        {
            code.Line($"{local} = {ValueCode.FromElement(member.Type)};");
        }
    }

    private static void ReadItems(CodeWriter code, TypeBinding list, string target) =>
        ReadChildren(code, "itemName", LocalName(list.Element!.XmlName), () =>
            ReadValue(code, list.Element.Type, list.IsSparse, value => code.Line($"{target}.Add({value});")));

    private static void ReadEntries(CodeWriter code, TypeBinding map, string target) =>
        ReadChildren(code, "entryName", "entry", () => ReadEntry(code, map, target));

    /// <summary>The loop over children of one name; others are skipped.</summary>
    private static void ReadChildren(CodeWriter code, string local, string element, Action read)
    {
        string name = code.Fresh(local);
        code.Open($"while (reader.TryReadChild(out ReadOnlySpan<byte> {name}))");
        code.Open($"if ({name}.SequenceEqual({CSharpLiteral.Utf8(element)}))");
        read();
        code.Close();
        code.Open("else");
        code.Line("reader.Skip();");
        code.Close();
        code.Close();
    }

    private static void ReadEntry(CodeWriter code, TypeBinding map, string target)
    {
        string key = code.Fresh("key");
        string value = code.Fresh("value");
        string part = code.Fresh("part");
        code.Line($"string? {key} = null;");
        code.Line($"{LocalType(map.Element!.Type)}? {value} = null;");
        code.Open($"while (reader.TryReadChild(out ReadOnlySpan<byte> {part}))");
        code.Open($"if ({part}.SequenceEqual({CSharpLiteral.Utf8(LocalName(map.Key!.XmlName))}))");
        code.Line($"{key} = reader.ReadString();");
        code.Close();
        code.Open($"else if ({part}.SequenceEqual({CSharpLiteral.Utf8(LocalName(map.Element.XmlName))}))");
        ReadValue(code, map.Element.Type, map.IsSparse, text => code.Line($"{value} = {text};"));
        code.Close();
        code.Open("else");
        code.Line("reader.Skip();");
        code.Close();
        code.Close();
        code.Open(map.IsSparse ? $"if ({key} is not null)" : $"if ({key} is not null && {value} is not null)");
        string unwrapped = map.Element.Type.IsValueType && !map.IsSparse ? $"{value}.Value" : value;
        code.Line($"{target}[{key}] = {unwrapped};");
        code.Close();
    }

    private static void ReadValue(CodeWriter code, TypeBinding type, bool nullable, Action<string> use)
    {
        switch (type.Kind)
        {
            case TypeKind.List:
                string items = code.Fresh("items");
                code.Line($"{LocalType(type)} {items} = [];");
                ReadItems(code, type, items);
                use(items);
                break;
            case TypeKind.Map:
                string entries = code.Fresh("entries");
                code.Line($"{LocalType(type)} {entries} = [];");
                ReadEntries(code, type, entries);
                use(entries);
                break;
            case TypeKind.String when nullable:
                use("reader.ReadString() is { Length: > 0 } present ? present : null");
                break;
            default:
                use(ValueCode.FromElement(type));
                break;
        }
    }

    // Names are compared without their prefix: a server chooses its own.
    private static string LocalName(string xmlName) => xmlName.Substring(xmlName.IndexOf(':') + 1);
}
