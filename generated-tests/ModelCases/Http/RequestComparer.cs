using System.Xml;
using S3Gen.ModelCases.Model;

namespace S3Gen.ModelCases.Http;

/// <summary>Compares the request that was due with the one that was sent.</summary>
/// <param name="mayAdd">Whether a client may send a header of this lower-case name though the model asks for none.</param>
public sealed class RequestComparer(Func<string, bool> mayAdd)
{
    public IReadOnlyList<string> Differences(OperationShape operation, WireRequest expected, WireRequest actual)
    {
        List<string> differences = [];
        AddDifference(differences, "method", expected.Method, actual.Method);
        AddDifference(differences, "path", expected.Path, actual.Path);
        CompareQuery(operation, expected, actual, differences);
        CompareHeaders(operation, expected, actual, differences);
        CompareBody(operation, expected, actual, differences);
        return differences;
    }

    private static void AddDifference(List<string> differences, string what, string? expected, string? actual)
    {
        if (expected != actual)
        {
            differences.Add($"{what}: expected '{expected}', got '{actual}'");
        }
    }

    /// <summary>As multisets; the literal <c>x-id</c> of the URI may be there where it is not expected.</summary>
    private static void CompareQuery(OperationShape operation, WireRequest expected, WireRequest actual, List<string> differences)
    {
        List<KeyValuePair<string, string>> surplus = [.. actual.Query];
        foreach (KeyValuePair<string, string> pair in expected.Query.Where(pair => !surplus.Remove(pair)))
        {
            differences.Add($"query: {pair.Key}={pair.Value} is missing");
        }

        surplus.Remove(new("x-id", operation.Name));
        differences.AddRange(surplus.Select(pair => $"query: {pair.Key}={pair.Value} is not due"));
    }

    private void CompareHeaders(OperationShape operation, WireRequest expected, WireRequest actual, List<string> differences)
    {
        // Lists are compared value by value: the white space between them is nobody's.
        HashSet<string> lists = HeadersOf(operation, member => member.Target.Type == ShapeType.List);
        foreach ((string name, string value) in expected.Headers)
        {
            string? sent = actual.Headers.GetValueOrDefault(name);
            if (sent is null || !lists.Contains(name) || !HeaderText.Split(value).SequenceEqual(HeaderText.Split(sent)))
            {
                AddDifference(differences, $"header {name}", value, sent);
            }
        }

        HashSet<string> tokens = HeadersOf(operation, member => member.Traits.Has(Traits.IdempotencyToken));
        foreach ((string name, string value) in actual.Headers.Where(header => !expected.Headers.ContainsKey(header.Key) && !mayAdd(header.Key)))
        {
            // A client makes the token of an idempotent request itself where the caller gives none.
            if (!tokens.Contains(name) || !Guid.TryParse(value, out _))
            {
                differences.Add($"header {name}: '{value}' is not due");
            }
        }
    }

    private static HashSet<string> HeadersOf(OperationShape operation, Func<Member, bool> select) =>
        [.. new HttpBinding(operation.Input).Headers.Where(select).Select(member => member.Traits.Text(Traits.HttpHeader)!.ToLowerInvariant())];

    private static void CompareBody(OperationShape operation, WireRequest expected, WireRequest actual, List<string> differences)
    {
        if (new HttpBinding(operation.Input).HasXmlBody && !expected.Body.IsEmpty && !actual.Body.IsEmpty)
        {
            CompareDocuments(operation, expected, actual, differences);
        }
        else if (!expected.Body.Span.SequenceEqual(actual.Body.Span))
        {
            differences.Add($"body: expected {expected.Body.Length} bytes, got {actual.Body.Length} others");
        }
    }
    private static void CompareDocuments(OperationShape operation, WireRequest expected, WireRequest actual, List<string> differences)
    {
        try
        {
            differences.AddRange(new XmlTrees(MapKeys.Of(operation.Input)).Differences(XmlBody.Parse(expected.Body), XmlBody.Parse(actual.Body)));
        }
        catch (XmlException exception)
        {
            differences.Add($"body: not well-formed XML: {exception.Message}");
        }
    }
}
