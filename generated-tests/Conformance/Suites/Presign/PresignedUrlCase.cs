using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.TypedValues;
using S3Gen.ModelCases.Values;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites.Presign;

/// <summary>A presigned URL, made by the client of the operation's typed request.</summary>
internal static class PresignedUrlCase
{
    public static async Task<IReadOnlyList<string>> RunAsync(JsonElement json, ServiceModel model)
    {
        (OperationShape operation, StructureValue input) = CaseRequest.Find(json, model);
        IPresignable request = (IPresignable)TypedBinder.Bind(input, operation.Input, S3Clients.Types.Request(operation));
        await using S3Client client = CaseClient.Create(json);
        PresignedUrl url = await client.PresignAsync(
            request, new PresignOptions { Expires = TimeSpan.FromSeconds(json.GetProperty("expires_seconds").GetInt64()) });

        List<string> differences = [];
        string[] expected = json.Text("expected_url").Split('?', 2);
        string[] actual = url.AbsoluteUri.Split('?', 2);
        Differences.Add(differences, "scheme, host and path", expected[0], actual[0]);
        Differences.Add(differences, "query", InFixedOrder(UriText.ParseQuery(expected[1])), InFixedOrder(UriText.ParseQuery(actual[1])));
        Differences.Add(differences, "method", json.Text("method"), url.Method.Method);
        Differences.Add(differences, "headers to send", InFixedOrder(Lower(json.Fields("headers"))), InFixedOrder(Lower(url.SignedHeaders)));
        return differences;
    }

    private static string InFixedOrder(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(static pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));

    /// <summary>The names of headers are the same in either case.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Lower(IEnumerable<KeyValuePair<string, string>> headers) =>
        headers.Select(static header => KeyValuePair.Create(header.Key.ToLowerInvariant(), header.Value));
}
