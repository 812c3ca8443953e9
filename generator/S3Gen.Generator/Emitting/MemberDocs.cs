using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>Documentation of a property: the model's words, else where the member travels.</summary>
internal static class MemberDocs
{
    public static IReadOnlyList<string> Of(MemberBinding member)
    {
        List<string> lines = [.. XmlDoc.Summary(member.Documentation ?? Place(member))];
        if (member.Documentation is not null && PlaceRemark(member) is { } remark)
        {
            lines.Add($"/// <remarks>{remark}</remarks>");
        }

        return lines;
    }

    private static string Place(MemberBinding member) => member.Location switch
    {
        MemberLocation.Header => $"Header {member.WireName}.",
        MemberLocation.PrefixHeaders => $"Headers that begin with {member.WireName}.",
        MemberLocation.Query => $"Query parameter {member.WireName}.",
        MemberLocation.QueryMap => "Further query parameters.",
        MemberLocation.Label => $"The path's {member.Name}.",
        MemberLocation.Payload => "The body.",
        MemberLocation.ResponseCode => "HTTP status code.",
        _ => $"Element {member.WireName}.",
    };

    private static string? PlaceRemark(MemberBinding member) => member.Location switch
    {
        MemberLocation.Header => $"Header <c>{XmlDoc.Escape(member.WireName)}</c>.",
        MemberLocation.PrefixHeaders => $"Headers <c>{XmlDoc.Escape(member.WireName)}*</c>.",
        MemberLocation.Query => $"Query parameter <c>{XmlDoc.Escape(member.WireName)}</c>.",
        MemberLocation.Body when member.WireName != member.Property => $"Element <c>{XmlDoc.Escape(member.WireName)}</c>.",
        _ => null,
    };
}
