using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>The <c>uri</c> of the http trait, taken apart: path with labels, and literal query parameters.</summary>
internal sealed record UriTemplate(EquatableArray<UriPart> Path, EquatableArray<QueryLiteral> Query)
{
    public static UriTemplate Parse(string uri)
    {
        int question = uri.IndexOf('?');
        string path = question < 0 ? uri : uri.Substring(0, question);
        string query = question < 0 ? string.Empty : uri.Substring(question + 1);
        return new UriTemplate(PathParts(path).ToEquatableArray(), QueryParts(query).ToEquatableArray());
    }

    private static IEnumerable<UriPart> PathParts(string path)
    {
        int position = 0;
        while (position < path.Length)
        {
            int open = path.IndexOf('{', position);
            int close = open < 0 ? -1 : path.IndexOf('}', open);
            if (close < 0)
            {
                yield return new UriPart(path.Substring(position), IsLabel: false, IsGreedy: false);
                yield break;
            }

            if (open > position)
            {
                yield return new UriPart(path.Substring(position, open - position), IsLabel: false, IsGreedy: false);
            }

            string label = path.Substring(open + 1, close - open - 1);
            bool greedy = label.EndsWith("+", StringComparison.Ordinal);
            yield return new UriPart(greedy ? label.Substring(0, label.Length - 1) : label, IsLabel: true, greedy);
            position = close + 1;
        }
    }

    private static IEnumerable<QueryLiteral> QueryParts(string query) =>
        query.Split(['&'], StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            int equals = part.IndexOf('=');
            return equals < 0 ? new QueryLiteral(part, null) : new QueryLiteral(part.Substring(0, equals), part.Substring(equals + 1));
        });
}

/// <summary>Literal text of a path, or the name of the member that stands there.</summary>
internal sealed record UriPart(string Text, bool IsLabel, bool IsGreedy);
