using System.Security.Cryptography;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites;

/// <summary>
/// Cases with keys that the caller provides. A client that only binds members sends any text; ours refuses what is no key, by name,
/// and sends algorithm and digest with a key. All else of such a case is held against the one with keys that are keys.
/// </summary>
internal sealed class CustomerKeys
{
    private readonly Shape _input;
    private readonly List<(Member Key, string Value)> _keys = [];
    private readonly List<Member> _faulty = [];

    private CustomerKeys(OperationShape operation, StructureValue input)
    {
        _input = operation.Input;
        foreach (Member member in _input.Members.Where(member => member.Has(Traits.CustomerKey)))
        {
            if (input[member.Name] is TextValue key)
            {
                bool isKey = IsKey(key.Text);
                _keys.Add((member, isKey ? key.Text : Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key.Text)))));
                _faulty.AddRange(isKey ? [] : [member]);
            }
        }
    }

    public static CustomerKeys? Find(OperationShape operation, StructureValue input)
    {
        CustomerKeys keys = new(operation, input);
        return keys._keys.Count > 0 ? keys : null;
    }

    /// <summary>Sends the input as it is, if it holds what is no key; what is wrong is that it is not refused, that the reason does not name the member, or that it shows the key.</summary>
    public async Task<IReadOnlyList<string>> RefusalAsync(StructureValue input, Func<Task<WireRequest?>> sendAsync)
    {
        if (_faulty.Count == 0)
        {
            return [];
        }

        try
        {
            await sendAsync();
        }
        catch (ArgumentException exception)
        {
            return _faulty.Exists(member => exception.Message.Contains($".{member.Name} is not base64 of 32 bytes", StringComparison.Ordinal))
                ? []
                : [$"the refusal does not name the key: {exception.Message}"];
        }

        return [$"{_faulty[0].Name} is no key ({ValueText.Of(input[_faulty[0].Name])}), and is not refused"];
    }

    public StructureValue Mend(StructureValue input) => _keys.Aggregate(input, (value, key) => value.With(key.Key.Name, new TextValue(key.Value)));

    /// <summary>With the keys that are keys, and what goes with them where the case has it not.</summary>
    public WireRequest Mend(WireRequest expected)
    {
        Dictionary<string, string> headers = new(expected.Headers);
        foreach ((Member key, string value) in _keys)
        {
            headers[HeaderOf(key)] = value;
            headers.TryAdd(HeaderOf(Companion(key, "algorithm")), "AES256");
            headers.TryAdd(HeaderOf(Companion(key, "digest")), Convert.ToBase64String(MD5.HashData(Convert.FromBase64String(value))));
        }

        return expected with { Headers = headers };
    }

    private Member Companion(Member key, string role) =>
        _input.FindMember((key.Traits.Field(Traits.CustomerKey, role) ?? key.Target.Traits.Field(Traits.CustomerKey, role))!.Value.GetString()!)!;

    private static string HeaderOf(Member member) => member.Traits.Text(Traits.HttpHeader)!.ToLowerInvariant();

    private static bool IsKey(string text)
    {
        Span<byte> key = stackalloc byte[256];
        return Convert.TryFromBase64String(text, key, out int length) && length == 32;
    }
}
