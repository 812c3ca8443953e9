using System.Globalization;
using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites.Presign;

/// <summary>Finds the operation that a case's method, key, query and headers describe, and the input that gives just these.</summary>
internal sealed class CaseRequest
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _query;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers;
    private readonly string _method;
    private readonly string _bucket;
    private readonly string? _key;

    private CaseRequest(JsonElement json)
    {
        _method = json.Text("method");
        _bucket = json.Text("bucket");
        _key = json.OptionalText("key") is { Length: > 0 } key ? key : null;
        _query = json.Fields("query");
        _headers = json.Fields("headers");
    }

    public static (OperationShape Operation, StructureValue Input) Find(JsonElement json, ServiceModel model)
    {
        CaseRequest request = new(json);
        OperationShape operation = model.Operations.FirstOrDefault(request.Suits)
            ?? throw new CaseException($"no operation is {request._method} with the query [{string.Join('&', request._query)}] and the headers [{string.Join(", ", request._headers)}]");
        return (operation, request.InputOf(operation));
    }

    private bool Suits(OperationShape operation)
    {
        string[] uri = operation.Uri.Split('?', 2);
        Dictionary<string, string> literals = UriText.ParseQuery(uri.ElementAtOrDefault(1) ?? string.Empty)
            .Where(static pair => pair.Key != "x-id").ToDictionary();
        HttpBinding binding = new(operation.Input);
        return operation.Method == _method
            && uri[0] == (_key is null ? "/{Bucket}" : "/{Bucket}/{Key+}")
            && literals.All(literal => _query.Contains(literal))
            && _query.All(pair => literals.ContainsKey(pair.Key) || MemberOf(binding.Query, Traits.HttpQuery, pair.Key) is not null)
            && _headers.All(pair => HeaderMemberOf(binding, pair.Key) is not null || PrefixMemberOf(binding, pair.Key) is not null)
            && operation.Input.Members.Where(static member => member.IsRequired).All(IsGiven);
    }

    private bool IsGiven(Member member) =>
        member.Traits.Has(Traits.HttpLabel)
        || _query.Any(pair => pair.Key == member.Traits.Text(Traits.HttpQuery))
        || _headers.Any(pair => pair.Key.Equals(member.Traits.Text(Traits.HttpHeader), StringComparison.OrdinalIgnoreCase));

    private StructureValue InputOf(OperationShape operation)
    {
        HttpBinding binding = new(operation.Input);
        List<KeyValuePair<string, Value>> members = [new("Bucket", new TextValue(_bucket))];
        if (_key is not null)
        {
            members.Add(new("Key", new TextValue(_key)));
        }

        foreach ((string name, string text) in _query)
        {
            if (MemberOf(binding.Query, Traits.HttpQuery, name) is { } member)
            {
                members.Add(new(member.Name, ValueOf(text, member)));
            }
        }

        foreach ((string name, string text) in _headers)
        {
            AddHeader(members, binding, name, text);
        }

        return new StructureValue(members);
    }

    private static void AddHeader(List<KeyValuePair<string, Value>> members, HttpBinding binding, string name, string text)
    {
        if (HeaderMemberOf(binding, name) is { } member)
        {
            members.Add(new(member.Name, ValueOf(text, member)));
            return;
        }

        Member map = PrefixMemberOf(binding, name)!;
        KeyValuePair<string, Value> entry = new(name[map.Traits.Text(Traits.HttpPrefixHeaders)!.Length..], new TextValue(text));
        int index = members.FindIndex(other => other.Key == map.Name);
        if (index < 0)
        {
            members.Add(new(map.Name, new MapValue([entry])));
        }
        else
        {
            members[index] = new(map.Name, new MapValue([.. ((MapValue)members[index].Value).Entries, entry]));
        }
    }

    private static Member? HeaderMemberOf(HttpBinding binding, string header) => MemberOf(binding.Headers, Traits.HttpHeader, header);

    private static Member? PrefixMemberOf(HttpBinding binding, string header) => binding.PrefixHeaders.FirstOrDefault(
        member => header.StartsWith(member.Traits.Text(Traits.HttpPrefixHeaders)!, StringComparison.OrdinalIgnoreCase));

    private static Member? MemberOf(IEnumerable<Member> members, string trait, string name) =>
        members.FirstOrDefault(member => name.Equals(member.Traits.Text(trait), StringComparison.OrdinalIgnoreCase));

    private static Value ValueOf(string text, Member member) => member.Target.Type switch
    {
        ShapeType.Timestamp => new TimestampValue(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
        ShapeType.Boolean => new BooleanValue(bool.Parse(text)),
        ShapeType.List => new ListValue([.. text.Split(',', StringSplitOptions.TrimEntries).Select(item => ValueOf(item, member.Target.Element))]),
        _ => ValueConformer.Conform(new TextValue(text), member.Target),
    };
}
