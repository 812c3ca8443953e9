using System.Globalization;
using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>The body of an operation's <c>Read</c>: headers by one switch, then the body, then one object with all of it.</summary>
internal static class ResponseEmitter
{
    public static string Emit(OperationBinding operation)
    {
        CodeWriter code = new(2);
        code.Reserve(operation.Response.Members);
        MembersByPlace members = new(operation);
        XmlReadEmitter.DeclareLocals(code, members.Headers);
        ReadHeaders(code, members.Headers);
        ReadBody(code, operation, members);
        WriteResult(code, operation, members);
        return code.ToString();
    }

    /// <summary>Reads header members into their locals, which have to be declared.</summary>
    public static void ReadHeaders(CodeWriter code, IReadOnlyList<MemberBinding> headers, string source = "response")
    {
        if (headers.Count == 0)
        {
            return;
        }

        code.Open($"foreach (ResponseHeader header in {source})");
        code.Open("switch (header.Name.Length)");
        foreach (MemberBinding member in headers.Where(IsSingle))
        {
            code.Line($"case {member.WireName.Length.ToString(CultureInfo.InvariantCulture)} when header.Is({CSharpLiteral.Text(member.WireName)}):");
            code.Push();
            code.Line($"{member.Local} = {ReadHeader(member)};");
            code.Line("break;");
            code.Pop();
        }

        MemberBinding[] prefixes = [.. headers.Where(member => member.Location == MemberLocation.PrefixHeaders)];
        MemberBinding[] overlapping = [.. prefixes.Where(prefix => headers.Any(header => IsSingle(header) && Covers(prefix, header)))];
        ReadOtherPrefixes(code, [.. prefixes.Except(overlapping)]);
        code.Close();

        // A prefix that other members' headers begin with, such as an empty one, has these headers too.
        foreach (MemberBinding member in overlapping)
        {
            ReadPrefix(code, member);
        }

        code.Close();
        code.Blank();
    }

    private static bool IsSingle(MemberBinding member) => member.Location == MemberLocation.Header;

    private static bool Covers(MemberBinding prefix, MemberBinding header) => header.WireName.StartsWith(prefix.WireName, StringComparison.OrdinalIgnoreCase);

    private static void ReadOtherPrefixes(CodeWriter code, IReadOnlyList<MemberBinding> prefixes)
    {
        if (prefixes.Count == 0)
        {
            return;
        }

        code.Line("default:");
        code.Push();
        foreach (MemberBinding member in prefixes)
        {
            ReadPrefix(code, member);
            code.Blank();
        }

        code.Line("break;");
        code.Pop();
    }

    private static void ReadPrefix(CodeWriter code, MemberBinding member)
    {
        string suffix = code.Fresh("suffix");
        code.Open($"if (header.TryGetSuffix({CSharpLiteral.Text(member.WireName)}, out string {suffix}))");
        code.Line($"({member.Local} ??= new(StringComparer.OrdinalIgnoreCase))[{suffix}] = header.Value;");
        code.Close();
    }

    // Lists come as interfaces, and locals hold them until the object is made.
    private static string ReadHeader(MemberBinding member) =>
        member.Type.Kind == TypeKind.List ? $"[.. {ValueCode.FromHeader(member.Type)}]" : ValueCode.FromHeader(member.Type);

    private static void ReadBody(CodeWriter code, OperationBinding operation, MembersByPlace members)
    {
        switch (operation.ResponseBody.Form)
        {
            case ResponseBodyForm.Members:
                code.Line("response.RequireBody();");
                OpenReader(code, operation.ResponseBody.RootName);
                XmlReadEmitter.DeclareLocals(code, members.Body);
                XmlReadEmitter.ReadAttributes(code, members.Body);
                XmlReadEmitter.ReadMembers(code, members.Body, isUnion: false);
                code.Line("reader.ReadEnd();");
                code.Blank();
                break;
            case ResponseBodyForm.Unwrapped:
                code.Line("response.RequireBody();");
                OpenReader(code, operation.ResponseBody.RootName);
                code.Line($"string {operation.ResponseBody.Payload!.Local}Text = reader.ReadString();");
                code.Line("reader.ReadEnd();");
                code.Blank();
                break;
            case ResponseBodyForm.Structure:
                ReadStructure(code, operation);
                break;
        }
    }

    private static void ReadStructure(CodeWriter code, OperationBinding operation)
    {
        MemberBinding payload = operation.ResponseBody.Payload!;
        if (operation.ResponseBody.IsDue)
        {
            code.Line("response.RequireAnnouncedBody();");
        }

        // No document at all is a structure without members; of a union it is none.
        code.Line($"{payload.Type.Name}? {payload.Local} = {(payload.Type.Kind == TypeKind.Structure ? "response.Body.IsEmpty ? new() : null" : "null")};");
        code.Open("if (!response.Body.IsEmpty)");
        OpenReader(code, operation.ResponseBody.RootName);
        code.Line($"{payload.Local} = {payload.Type.Name}Xml.Read(ref reader);");
        code.Line("reader.ReadEnd();");
        code.Close();
        code.Blank();
    }

    private static void OpenReader(CodeWriter code, string root) =>
        code.Line($"Utf8XmlReader reader = response.OpenXml(this, {CSharpLiteral.Utf8(root)});");

    private static void WriteResult(CodeWriter code, OperationBinding operation, MembersByPlace members)
    {
        List<string> initializers = [.. members.Headers.Concat(members.Body).Select(member => XmlReadEmitter.Initializer(member, StructureUsage.Output))];
        if (operation.ResponseBody.Payload is { } payload)
        {
            initializers.Add($"{payload.Property} = {PayloadValue(operation, payload)},");
        }

        initializers.AddRange(members.Codes.Select(member => $"{member.Property} = response.StatusCode,"));
        if (initializers.Count == 0)
        {
            code.Line($"return response.Complete(new {operation.Response.TypeName}());");
            return;
        }

        code.Line($"return response.Complete(new {operation.Response.TypeName}");
        code.Line("{");
        code.Push();
        foreach (string initializer in initializers)
        {
            code.Line(initializer);
        }

        code.Pop();
        code.Line("});");
    }

    private static string PayloadValue(OperationBinding operation, MemberBinding payload) => operation.ResponseBody.Form switch
    {
        ResponseBodyForm.Structure => payload.Local,
        ResponseBodyForm.Unwrapped => $"{payload.Local}Text.Length == 0 ? ({payload.Type.Name}?)null : {ValueCode.FromText(payload.Type, payload.Local + "Text")}",
        ResponseBodyForm.Stream when payload.Type.Kind == TypeKind.EventStream => $"{payload.Type.Name.Substring(12).TrimEnd('>')}Events.Open(this, response)",
        ResponseBodyForm.Stream => "response.TakeBody()",
        _ when payload.Type.Kind == TypeKind.Blob => "response.Body.IsEmpty ? (ReadOnlyMemory<byte>?)null : response.Body.ToArray()",
        _ when payload.Type.Kind == TypeKind.String => "Encoding.UTF8.GetString(response.Body)",
        _ => $"response.Body.IsEmpty ? ({payload.Type.Name}?)null : {ValueCode.FromText(payload.Type, "Encoding.UTF8.GetString(response.Body)")}",
    };

    /// <summary>Members of a response by the part of the message that they come from.</summary>
    private sealed class MembersByPlace(OperationBinding operation)
    {
        public IReadOnlyList<MemberBinding> Headers { get; } =
            [.. operation.Response.Members.Where(member => member.Location is MemberLocation.Header or MemberLocation.PrefixHeaders)];

        public IReadOnlyList<MemberBinding> Body { get; } =
            [.. operation.Response.Members.Where(member => member.Location == MemberLocation.Body && operation.ResponseBody.Form == ResponseBodyForm.Members)];

        public IReadOnlyList<MemberBinding> Codes { get; } =
            [.. operation.Response.Members.Where(member => member.Location == MemberLocation.ResponseCode)];
    }
}
