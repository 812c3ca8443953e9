using System.Globalization;
using System.Net;
using S3Gen.ModelCases.Http;

namespace S3Gen.ModelCases.Client;

/// <summary>Between the messages of <see cref="HttpClient"/> and those that cases describe.</summary>
public static class HttpMessages
{
    /// <summary>Reads a request to the end of its body. The path is taken as it is sent.</summary>
    public static async Task<WireRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string[] target = request.RequestUri!.PathAndQuery.Split('?', 2);
        Dictionary<string, string> headers = new(StringComparer.Ordinal);
        AddHeaders(headers, request.Headers.NonValidated);
        ReadOnlyMemory<byte> body = default;
        if (request.Content is { } content)
        {
            AddHeaders(headers, content.Headers.NonValidated);
            using MemoryStream bytes = new();
            await content.CopyToAsync(bytes, cancellationToken);
            body = bytes.ToArray();
        }

        // HttpClient sends the length though it does not list it before somebody asks.
        headers.TryAdd("content-length", body.Length.ToString(CultureInfo.InvariantCulture));

        return new WireRequest(request.Method.Method, target[0], UriText.ParseQuery(target.ElementAtOrDefault(1) ?? string.Empty), headers, body);
    }

    public static HttpResponseMessage Create(WireResponse response, HttpRequestMessage request)
    {
        HttpResponseMessage message = new((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = new UnmeasuredContent(request.Method == HttpMethod.Head ? default : response.Body),
        };
        foreach ((string name, string value) in response.Headers)
        {
            // What HttpClient counts among the headers of the content, it refuses among the others.
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private static void AddHeaders(Dictionary<string, string> headers, System.Net.Http.Headers.HttpHeadersNonValidated source)
    {
        foreach ((string name, System.Net.Http.Headers.HeaderStringValues values) in source)
        {
            headers[name.ToLowerInvariant()] = string.Join(", ", values);
        }
    }
}
