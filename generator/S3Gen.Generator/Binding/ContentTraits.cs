using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>How the body of a response is verified: the header that asks for checksums, and their algorithms, the best first.</summary>
internal sealed record ResponseValidationBinding(string ModeHeader, EquatableArray<string> Algorithms);

/// <summary>What the model says of the content of responses: its checksums, and whether one that broke off can be asked for from there.</summary>
internal static class ContentTraits
{
    public static ResponseBodyBinding Add(ResponseBodyBinding body, Shape operation, StructureBinding request, StructureBinding response) => body with
    {
        Validation = BindValidation(operation, request),
        IsResumable = IsResumable(body, operation, request, response),
    };

    /// <seealso href="https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait"/>
    private static ResponseValidationBinding? BindValidation(Shape operation, StructureBinding request)
    {
        Node? trait = operation.Traits[TraitIds.HttpChecksum];
        string[] algorithms = [.. trait?["responseAlgorithms"]?.Strings() ?? default];
        string? name = trait?["requestValidationModeMember"]?.AsString();
        MemberBinding? mode = request.Members.FirstOrDefault(member => member.Name == name && member.Location == MemberLocation.Header);
        return mode is null || algorithms.Length == 0 ? null : new(mode.WireName.ToLowerInvariant(), algorithms.ToEquatableArray());
    }

    private static bool IsResumable(ResponseBodyBinding body, Shape operation, StructureBinding request, StructureBinding response) =>
        body.Form == ResponseBodyForm.Stream
        && body.Payload!.Type.Kind == TypeKind.StreamingBlob
        && operation.Traits[TraitIds.Http]?["method"]?.AsString() == "GET"
        && HasHeader(request, "Range")
        && HasHeader(request, "If-Match")
        && HasHeader(response, "ETag");

    private static bool HasHeader(StructureBinding structure, string name) => structure.Members.Any(
        member => member.Location == MemberLocation.Header && member.WireName.Equals(name, StringComparison.OrdinalIgnoreCase));
}
