using System.Globalization;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites;

/// <summary>A <c>Content-Length</c> that is not the length of the body, as only an implementation that stops before the connection can write it.</summary>
internal sealed class ContradictoryLength : Contradiction
{
    private const string Header = "Content-Length";

    private readonly Member _member;
    private readonly int _length;

    private ContradictoryLength(Member member, int length)
    {
        _member = member;
        _length = length;
    }

    protected override string Culprit => _member.Name;

    public static ContradictoryLength? Find(OperationShape operation, StructureValue input)
    {
        Member? member = new HttpBinding(operation.Input).Headers.FirstOrDefault(member => member.Traits.Text(Traits.HttpHeader) == Header);
        int length = operation.Input.Members.Select(blob => input[blob.Name]).OfType<BlobValue>().Sum(blob => blob.Bytes.Length);
        return member is not null && input[member.Name] is IntegerValue declared && declared.Number != length ? new ContradictoryLength(member, length) : null;
    }

    public override StructureValue Mend(StructureValue input) => input.With(_member.Name, new IntegerValue(_length));

    public override WireRequest Mend(WireRequest expected, StructureValue input) => expected with
    {
        Headers = new Dictionary<string, string>(expected.Headers) { ["content-length"] = _length.ToString(CultureInfo.InvariantCulture) },
    };
}
