using System.Text;
using System.Text.Json;
using System.Xml;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;

namespace S3Gen.Conformance.Suites.Protocol;

/// <summary>Compares a request with what its case says of it: what the case does not speak of may be anything.</summary>
internal sealed class ProtocolRequestComparer(OperationShape operation, JsonElement json)
{
    private const string Xml = "application/xml";

    private readonly List<string> _differences = [];

    public IReadOnlyList<string> Differences(WireRequest sent, Uri target)
    {
        Cases.Differences.Add(_differences, "method", json.Text("method"), sent.Method);
        Cases.Differences.Add(_differences, "uri", json.Text("uri"), sent.Path);
        if (json.OptionalText("resolvedHost") is { } host)
        {
            Cases.Differences.Add(_differences, "host", host, target.Authority);
        }

        CompareQuery(target.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries));
        CompareHeaders(sent);
        CompareBody(sent);
        return _differences;
    }

    private IEnumerable<string> Texts(string field) =>
        json.TryGetProperty(field, out JsonElement list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];

    /// <summary>Raw, as it was sent: each value of a name as often, and in that order. A name alone is the same as one with an empty value.</summary>
    private void CompareQuery(string[] sent)
    {
        ILookup<string, string> parameters = sent.ToLookup(NameOf, ValueOf);
        foreach (IGrouping<string, string> due in Texts("queryParams").GroupBy(NameOf, ValueOf))
        {
            if (!IsSubsequence(due, parameters[due.Key]))
            {
                _differences.Add($"query: expected {due.Key}={string.Join(", ", due)}, got {(parameters.Contains(due.Key) ? string.Join(", ", parameters[due.Key]) : "none")}");
            }
        }

        _differences.AddRange(Texts("forbidQueryParams").Where(parameters.Contains).Select(name => $"query: {name} is not due"));
        _differences.AddRange(Texts("requireQueryParams").Where(name => !parameters.Contains(name)).Select(name => $"query: {name} is missing"));

        static string NameOf(string pair) => pair.Split('=', 2)[0];
        static string ValueOf(string pair) => pair.Split('=', 2) is [_, var value] ? value : string.Empty;
    }

    private static bool IsSubsequence(IEnumerable<string> due, IEnumerable<string> sent)
    {
        using IEnumerator<string> rest = sent.GetEnumerator();
        return due.All(value =>
        {
            while (rest.MoveNext())
            {
                if (rest.Current == value)
                {
                    return true;
                }
            }

            return false;
        });
    }

    private void CompareHeaders(WireRequest sent)
    {
        if (json.TryGetProperty("headers", out _))
        {
            foreach ((string name, string value) in json.Fields("headers"))
            {
                Cases.Differences.Add(_differences, $"header {name}", value, sent.Headers.GetValueOrDefault(name.ToLowerInvariant()));
            }
        }

        _differences.AddRange(Texts("forbidHeaders").Where(name => sent.Headers.ContainsKey(name.ToLowerInvariant())).Select(name => $"header {name} is not due"));
        _differences.AddRange(Texts("requireHeaders").Where(name => !sent.Headers.ContainsKey(name.ToLowerInvariant())).Select(name => $"header {name} is missing"));
    }

    private void CompareBody(WireRequest sent)
    {
        if (json.OptionalText("body") is not { } due)
        {
            return;
        }

        if (due.Length > 0 && sent.Body.Length > 0 && json.OptionalText("bodyMediaType") == Xml)
        {
            CompareDocuments(due, sent);
            return;
        }

        Cases.Differences.Add(_differences, "body", due, Encoding.UTF8.GetString(sent.Body.Span));
    }

    private void CompareDocuments(string due, WireRequest sent)
    {
        try
        {
            _differences.AddRange(new XmlTrees(MapKeys.Of(operation.Input)).Differences(XmlBody.Parse(Encoding.UTF8.GetBytes(due)), XmlBody.Parse(sent.Body)));
        }
        catch (XmlException exception)
        {
            _differences.Add($"body: not well-formed XML: {exception.Message}");
        }
    }
}
