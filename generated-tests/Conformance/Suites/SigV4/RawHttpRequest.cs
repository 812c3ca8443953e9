using S3Gen.ModelCases.Http;

namespace S3Gen.Conformance.Suites.SigV4;

/// <summary>A request as the AWS signing suite writes it: request line, headers, an empty line, body.</summary>
internal sealed record RawHttpRequest(string Method, string Path, string Query, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    public static RawHttpRequest Parse(string text)
    {
        string[] parts = text.Split("\n\n", 2);
        string[] lines = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // The target may hold spaces: it is what lies between the first and the last.
        int start = lines[0].IndexOf(' ', StringComparison.Ordinal);
        string[] target = lines[0][(start + 1)..lines[0].LastIndexOf(' ')].Split('?', 2);
        return new RawHttpRequest(
            lines[0][..start],
            target[0],
            target.ElementAtOrDefault(1) ?? string.Empty,
            ParseHeaders(lines[1..]),
            parts.ElementAtOrDefault(1) ?? string.Empty);
    }

    /// <summary>Compares two requests. Headers and parameters may come in any order, but repeated ones in theirs.</summary>
    public static IEnumerable<string> Differences(RawHttpRequest expected, RawHttpRequest actual)
    {
        string due = expected.InFixedOrder();
        string found = actual.InFixedOrder();
        return due == found ? [] : [$"signed request: expected [{due}], got [{found}]"];
    }

    /// <summary>The same request with another signature.</summary>
    public RawHttpRequest WithSignature(string signature, string other) => this with
    {
        Query = Query.Replace(signature, other, StringComparison.Ordinal),
        Headers = [.. Headers.Select(header => new KeyValuePair<string, string>(header.Key, header.Value.Replace(signature, other, StringComparison.Ordinal)))],
    };

    private string InFixedOrder()
    {
        IEnumerable<string> query = UriText.ParseQuery(Query).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}");
        IEnumerable<string> headers = Headers
            .Select(header => (Name: header.Key.ToLowerInvariant(), header.Value))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .Select(header => $"{header.Name}:{header.Value}");
        return $"{Method} {Path}\n{string.Join('\n', query)}\n{string.Join('\n', headers)}\n\n{Body}";
    }

    private static List<KeyValuePair<string, string>> ParseHeaders(string[] lines)
    {
        List<KeyValuePair<string, string>> headers = [];
        foreach (string line in lines)
        {
            if (line[0] is ' ' or '\t')
            {
                headers[^1] = new(headers[^1].Key, $"{headers[^1].Value} {line}");
                continue;
            }

            string[] pair = line.Split(':', 2);
            headers.Add(new(pair[0], pair[1]));
        }

        return headers;
    }
}
