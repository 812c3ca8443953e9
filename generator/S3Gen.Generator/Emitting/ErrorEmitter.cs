using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Views;

namespace S3Gen.Generator.Emitting;

/// <summary>Modeled errors: an exception each, with the members that its headers and its document hold.</summary>
internal static class ErrorEmitter
{
    public static string Emit(ErrorBinding error)
    {
        CodeWriter code = new(2);
        if (error.Members.Count > 0)
        {
            ReadMembers(code, error);
        }

        return TemplateRenderer.Render(new ErrorView(error) { Reading = code.IsEmpty ? string.Empty : code.ToString() + "\n" });
    }

    private static void ReadMembers(CodeWriter code, ErrorBinding error)
    {
        MemberBinding[] headers = [.. error.Members.Where(member => member.Location is MemberLocation.Header or MemberLocation.PrefixHeaders)];
        MemberBinding[] body = [.. error.Members.Where(member => member.Location == MemberLocation.Body)];
        XmlReadEmitter.DeclareLocals(code, [.. headers, .. body]);
        ResponseEmitter.ReadHeaders(code, headers, "details.ReadHeaders()");
        if (body.Length > 0)
        {
            code.Line("Utf8XmlReader reader = details.ReadError();");
            XmlReadEmitter.ReadMembers(code, body, isUnion: false);
        }

        foreach (MemberBinding member in headers.Concat(body))
        {
            code.Line(XmlReadEmitter.Initializer(member, StructureUsage.Output).TrimEnd(',') + ";");
        }

        foreach (MemberBinding member in error.Members.Where(member => member.Location == MemberLocation.ResponseCode))
        {
            code.Line($"{member.Property} = (int)details.StatusCode;");
        }
    }
}
