using System.Net;
using System.Text;

namespace S3Gen.Tests.Doubles;

/// <summary>A transport that records what it is asked to send and answers from a script.</summary>
internal sealed class ScriptedTransport(params Func<HttpResponseMessage>[] answers) : IHttpTransport
{
    private int _next;

    public List<SentRequest> Requests { get; } = [];

    public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Dictionary<string, string> headers = request.Headers.NonValidated
            .Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        Requests.Add(new SentRequest(request.Method, request.RequestUri!.AbsoluteUri, headers, body));
        return answers[Math.Min(_next++, answers.Length - 1)]();
    }

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static Func<HttpResponseMessage> Xml(string body, HttpStatusCode status = HttpStatusCode.OK) => () => new HttpResponseMessage(status)
    {
        Content = new StringContent(body, Encoding.UTF8, "application/xml"),
        Headers = { { "x-amz-request-id", "REQUEST" }, { "x-amz-id-2", "HOST" } },
    };

    public static Func<HttpResponseMessage> Empty(HttpStatusCode status = HttpStatusCode.OK) => () => new HttpResponseMessage(status)
    {
        Content = new ByteArrayContent([]),
        Headers = { { "x-amz-request-id", "REQUEST" }, { "x-amz-id-2", "HOST" } },
    };
}

/// <summary>What was sent.</summary>
internal sealed record SentRequest(HttpMethod Method, string Uri, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>Clients over a scripted transport.</summary>
internal static class Clients
{
    public static S3Client Over(IHttpTransport transport, int maxRetries = 0) => new(new S3ClientOptions
    {
        EndpointUrl = new Uri("http://127.0.0.1:9"),
        Region = "us-east-1",
        Credentials = new StaticCredentialProvider(new Credentials("AKIDEXAMPLE", "secret")),
        Transport = transport,
        MaxRetries = maxRetries,
    });
}
