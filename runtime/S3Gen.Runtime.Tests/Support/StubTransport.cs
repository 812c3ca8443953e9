using System.Collections.Concurrent;
using System.Net;

namespace S3Gen.Runtime.Tests.Support;

/// <summary>What a client sent to a <see cref="StubTransport"/>.</summary>
internal sealed record SentRequest(string Method, Uri Url, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Host => Url.Host;

    /// <summary>The region in the scope of the signature; null if there is none.</summary>
    public string? SignedRegion => Headers.TryGetValue("Authorization", out string? value) ? value.Split('/')[2] : null;

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>Answers in the place of AWS, whose hosts a test must not reach, and records what it was asked.</summary>
internal sealed class StubTransport(Func<SentRequest, HttpResponseMessage> answer) : IHttpTransport
{
    private readonly ConcurrentQueue<SentRequest> _requests = new();

    public SentRequest[] Requests => [.. _requests];

    public string[] Hosts => [.. _requests.Select(static request => request.Host)];

    public static HttpResponseMessage Status(int status, string body = "", params (string Name, string Value)[] headers)
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StringContent(body) };
        foreach ((string name, string value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public static HttpResponseMessage Error(int status, string code, string members = "", params (string Name, string Value)[] headers) =>
        Status(status, $"<Error><Code>{code}</Code><Message>m</Message>{members}</Error>", headers);

    public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = request.Content?.Headers.ContentLength; // Computed, and listed among the others, once it was asked for.
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, IEnumerable<string> values) in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
        {
            headers[name] = string.Join(", ", values);
        }

        string body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        SentRequest sent = new(request.Method.Method, request.RequestUri!, headers, body);
        _requests.Enqueue(sent);
        return answer(sent);
    }

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
