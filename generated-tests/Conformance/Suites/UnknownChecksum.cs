using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites;

/// <summary>
/// A checksum algorithm that the model does not know, and no checksum: nobody can compute it, and a request that names an algorithm
/// without a checksum is refused by S3. The client refuses it first; the rest is held against an algorithm of the model.
/// </summary>
internal sealed class UnknownChecksum : Contradiction
{
    private const string ChecksumPrefix = "x-amz-checksum-";

    private readonly Member _algorithm;

    private UnknownChecksum(Member algorithm) => _algorithm = algorithm;

    protected override string Culprit => _algorithm.Name;

    private string Known => _algorithm.Target.Members[0].Traits.Text(Traits.EnumValue)!;

    public static UnknownChecksum? Find(OperationShape operation, StructureValue input) =>
        operation.Traits.Field(Traits.HttpChecksum, "requestAlgorithmMember")?.GetString() is { } name
        && operation.Input.FindMember(name) is { } algorithm
        && input[name] is TextValue value
        && !algorithm.Target.Members.Any(known => known.Traits.Text(Traits.EnumValue) == value.Text)
        && !operation.Input.Members.Any(member => member != algorithm && IsChecksum(member) && input[member.Name] is not null)
            ? new UnknownChecksum(algorithm)
            : null;

    public override StructureValue Mend(StructureValue input) => input.With(_algorithm.Name, new TextValue(Known));

    public override WireRequest Mend(WireRequest expected, StructureValue input) => expected with
    {
        Headers = new Dictionary<string, string>(expected.Headers) { [_algorithm.Traits.Text(Traits.HttpHeader)!.ToLowerInvariant()] = Known },
    };

    private static bool IsChecksum(Member member) =>
        member.Target.Type == ShapeType.String && member.Traits.Text(Traits.HttpHeader)?.StartsWith(ChecksumPrefix, StringComparison.OrdinalIgnoreCase) == true;
}
