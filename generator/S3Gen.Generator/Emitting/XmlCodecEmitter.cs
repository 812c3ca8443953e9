using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>The static class that writes a structure's content as XML and reads it back, as far as its usage needs either.</summary>
internal static class XmlCodecEmitter
{
    public static string Emit(StructureBinding structure)
    {
        CodeWriter code = new(1);
        if (structure.IsWritten)
        {
            Write(code, structure);
        }

        if (structure.IsRead)
        {
            Read(code, structure);
        }

        if (structure.IsEvent)
        {
            EventEmitter.Read(code, structure);
        }

        return code.ToString();
    }

    private static void Write(CodeWriter code, StructureBinding structure)
    {
        if (structure.Members.Any(member => member.IsXmlAttribute))
        {
            code.Open($"internal static void WriteAttributes(Utf8XmlWriter xml, {structure.TypeName} instance)");
            XmlWriteEmitter.WriteAttributes(code, structure.Members, "instance", structure.TypeName);
            code.Close();
            code.Blank();
        }

        code.Open($"internal static void Write(Utf8XmlWriter xml, {structure.TypeName} instance)");
        code.Line("ArgumentNullException.ThrowIfNull(instance);");
        XmlWriteEmitter.WriteMembers(code, structure.Members, "instance", structure.TypeName, structure.Usage);
        code.Close();
    }

    private static void Read(CodeWriter code, StructureBinding structure)
    {
        code.Blank();
        code.Open($"internal static {structure.TypeName} Read(ref Utf8XmlReader reader)");
        XmlReadEmitter.DeclareLocals(code, structure.Members);
        if (structure.IsUnion)
        {
            code.Line("string? unknownMember = null;");
        }

        XmlReadEmitter.ReadAttributes(code, structure.Members);
        XmlReadEmitter.ReadMembers(code, structure.Members, structure.IsUnion);
        WriteResult(code, structure);
        code.Close();
    }

    private static void WriteResult(CodeWriter code, StructureBinding structure)
    {
        if (structure.Members.Count == 0 && !structure.IsUnion)
        {
            code.Line($"return new {structure.TypeName}();");
            return;
        }

        code.Blank();
        code.Line($"return new {structure.TypeName}");
        code.Line("{");
        code.Push();
        foreach (MemberBinding member in structure.Members)
        {
            code.Line(structure.Target.IsServer && member.IsRequired && !structure.IsUnion
                ? $"{member.Property} = {member.Local} ?? throw InvalidDocumentException.OfMissing({CSharpLiteral.Text($"{structure.TypeName}.{member.Name}")}),"
                : XmlReadEmitter.Initializer(member, structure.Usage));
        }

        if (structure.IsUnion)
        {
            // A case that is known counts, whatever else the service adds to it.
            string noneKnown = string.Join(" && ", structure.Members.Select(member => $"{member.Local} is null"));
            code.Line($"UnknownMember = {noneKnown} ? unknownMember : null,");
        }

        code.Pop();
        code.Line("};");
    }
}
