using System.Globalization;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites;

/// <summary>
/// A case whose <c>Content-Length</c> is not the length of its body, as only an implementation that stops before the connection can
/// write it. The client has to refuse such an input by name; all else of the case is held against the one with the body's length.
/// </summary>
internal sealed class ContradictoryLength
{
    private const string Header = "Content-Length";

    private readonly Member _member;
    private readonly int _length;

    private ContradictoryLength(Member member, int length)
    {
        _member = member;
        _length = length;
    }

    public static ContradictoryLength? Find(OperationShape operation, StructureValue input)
    {
        Member? member = new HttpBinding(operation.Input).Headers.FirstOrDefault(member => member.Traits.Text(Traits.HttpHeader) == Header);
        int length = operation.Input.Members.Select(blob => input[blob.Name]).OfType<BlobValue>().Sum(blob => blob.Bytes.Length);
        return member is not null && input[member.Name] is IntegerValue declared && declared.Number != length ? new ContradictoryLength(member, length) : null;
    }

    /// <summary>Sends the input as it is; what is wrong is that it is not refused, or that the reason does not name the member.</summary>
    public async Task<IReadOnlyList<string>> RefusalAsync(Func<Task<WireRequest?>> sendAsync)
    {
        try
        {
            await sendAsync();
        }
        catch (ArgumentException exception)
        {
            return exception.Message.Contains(_member.Name, StringComparison.Ordinal) ? [] : [$"the refusal does not name {_member.Name}: {exception.Message}"];
        }

        return [$"{_member.Name} contradicts the body, and is not refused"];
    }

    public StructureValue Mend(StructureValue input) => input.With(_member.Name, new IntegerValue(_length));

    public WireRequest Mend(WireRequest expected) => expected with
    {
        Headers = new Dictionary<string, string>(expected.Headers) { ["content-length"] = _length.ToString(CultureInfo.InvariantCulture) },
    };
}
