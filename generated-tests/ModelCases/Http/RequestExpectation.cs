using System.Text;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Http;

/// <summary>The request that the model wants for an input: in path style, before signing and checksums.</summary>
public sealed class RequestExpectation(ServiceModel model)
{
    private const string XmlContentType = "application/xml";

    private readonly RestXmlRoots _roots = new(model);

    public WireRequest Build(OperationShape operation, StructureValue input)
    {
        HttpBinding binding = new(operation.Input);
        string[] uri = operation.Uri.Split('?', 2);
        ReadOnlyMemory<byte> body = BuildBody(operation, input, binding);
        Dictionary<string, string> headers = HeaderText.Of(input, binding).ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value);
        if (binding.HasXmlBody && !body.IsEmpty)
        {
            headers.TryAdd("content-type", XmlContentType);
        }

        return new WireRequest(operation.Method, BuildPath(uri[0], input, binding), BuildQuery(uri.ElementAtOrDefault(1), input, binding), headers, body);
    }

    /// <summary>What stands before the endpoint's host: the operation's prefix with its labels filled in, mostly nothing.</summary>
    public static string HostPrefix(OperationShape operation, StructureValue input)
    {
        string prefix = operation.Traits.Field(Traits.Endpoint, "hostPrefix")?.GetString() ?? string.Empty;
        foreach (Member member in operation.Input.Members.Where(member => member.Traits.Has(Traits.HostLabel)))
        {
            prefix = prefix.Replace($"{{{member.Name}}}", ((TextValue)input[member.Name]!).Text, StringComparison.Ordinal);
        }

        return prefix;
    }

    private static string BuildPath(string template, StructureValue input, HttpBinding binding)
    {
        foreach (Member member in binding.Labels)
        {
            string text = WireText.Of(input[member.Name] ?? throw new CaseException($"{member} is not set"), member, WireText.DateTime);
            template = template
                .Replace($"{{{member.Name}}}", UriText.Encode(text), StringComparison.Ordinal)
                .Replace($"{{{member.Name}+}}", UriText.Encode(text, keepSlash: true), StringComparison.Ordinal);
        }

        return template;
    }

    private static List<KeyValuePair<string, string>> BuildQuery(string? literal, StructureValue input, HttpBinding binding)
    {
        List<KeyValuePair<string, string>> query = [.. UriText.ParseQuery(literal ?? string.Empty)];
        foreach (Member member in binding.Query)
        {
            string name = member.Traits.Text(Traits.HttpQuery)!;
            query.AddRange(input[member.Name] switch
            {
                null => [],
                ListValue list => list.Items.Select(item => Pair(name, item, member.Target.Element)),
                { } value => [Pair(name, value, member)],
            });
        }

        HashSet<string> taken = [.. query.Select(pair => pair.Key)];
        foreach (Member member in binding.QueryMaps)
        {
            IEnumerable<KeyValuePair<string, Value>> entries = (input[member.Name] as MapValue)?.Entries ?? [];
            query.AddRange(entries.Where(entry => !taken.Contains(entry.Key)).SelectMany(entry => entry.Value is ListValue list
                ? list.Items.Select(item => Pair(entry.Key, item, member.Target.Element.Target.Element))
                : [Pair(entry.Key, entry.Value, member.Target.Element)]));
        }

        return query;
    }

    private static KeyValuePair<string, string> Pair(string name, Value value, Member member) => new(name, WireText.Of(value, member, WireText.DateTime));

    private ReadOnlyMemory<byte> BuildBody(OperationShape operation, StructureValue input, HttpBinding binding)
    {
        if (binding.Payload is { } payload)
        {
            return input[payload.Name] switch
            {
                null => default,
                BlobValue blob => blob.Bytes,
                StructureValue structure => XmlBody.Write(_roots.Payload(payload, structure)),
                { } text => Encoding.UTF8.GetBytes(WireText.Of(text, payload, WireText.DateTime)),
            };
        }

        return binding.Document.Count == 0 ? default : XmlBody.Write(_roots.Message(operation.Input, input, binding.Document));
    }
}
