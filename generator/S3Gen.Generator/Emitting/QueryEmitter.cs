using S3Gen.Generator.Binding;
using S3Gen.Generator.Naming;

namespace S3Gen.Generator.Emitting;

/// <summary>Query parameters in canonical order, so that nothing has to be sorted to be signed.</summary>
internal static class QueryEmitter
{
    public static void Write(CodeWriter code, OperationBinding operation)
    {
        IEnumerable<(string Name, Action Write)> literals = operation.QueryLiterals.Select(literal =>
            (literal.Name, (Action)(() => code.Line(Literal(literal)))));
        IEnumerable<(string Name, Action Write)> members = operation.Request.Members
            .Where(member => member.Location == MemberLocation.Query)
            .Select(member => (UriText.Encode(member.WireName), (Action)(() => WriteMember(code, member))));
        foreach ((_, Action write) in literals.Concat(members).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            write();
        }

        // What a caller adds comes last: it never overrides a parameter of the model.
        foreach (MemberBinding member in operation.Request.Members.Where(member => member.Location == MemberLocation.QueryMap))
        {
            code.Line($"head.AddQueryMap(request.{member.Property});");
        }
    }

    private static string Literal(QueryLiteral literal) => literal.Value is null
        ? $"head.AddQuery({CSharpLiteral.Text(literal.Name)});"
        : $"head.AddQuery({CSharpLiteral.Text(literal.Name)}, {CSharpLiteral.Text(literal.Value)});";

    private static void WriteMember(CodeWriter code, MemberBinding member)
    {
        string access = "request." + member.Property;
        string name = CSharpLiteral.Text(UriText.Encode(member.WireName));
        if (member.Type.Kind == TypeKind.List)
        {
            string item = code.Fresh("item");
            string open = member.IsRequiredProperty ? access : $"{access} ?? []";
            code.Open($"foreach ({member.Type.Element!.NameIn(member.Type.IsSparse)} {item} in {open})");
            code.Line($"head.AddQuery({name}, {ValueCode.ToText(member.Type.Element.Type, item)});");
            code.Close();
            return;
        }

        string nullable = member.IsRequiredProperty && member.Type.IsValueType ? string.Empty : "?";
        code.Line(member.Type.Kind switch
        {
            TypeKind.String when member.IsIdempotencyToken => $"head.AddQuery({name}, {access} ?? head.NewIdempotencyToken());",
            TypeKind.Enum => $"head.AddQuery({name}, {access}{nullable}.Value);",
            TypeKind.IntEnum => $"head.AddQuery({name}, (int{nullable}){access});",
            TypeKind.Timestamp => $"head.AddQuery({name}, {access}, TimestampFormat.{member.Type.TimestampFormat});",
            TypeKind.Blob or TypeKind.BigInteger or TypeKind.BigDecimal when nullable.Length > 0 =>
                $"head.AddQuery({name}, {access} is {{ }} {member.Local} ? {ValueCode.ToText(member.Type, member.Local)} : null);",
            TypeKind.Blob or TypeKind.BigInteger or TypeKind.BigDecimal => $"head.AddQuery({name}, {ValueCode.ToText(member.Type, access)});",
            _ => $"head.AddQuery({name}, {access});",
        });
    }
}
