using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace S3Gen.Tests.Doubles;

/// <summary>Answers in the place of S3 Express: opens sessions of five minutes, and says yes to all else, as to a DeleteObjects.</summary>
internal sealed class ExpressStub(TimeProvider timeProvider) : IHttpTransport
{
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private int _sessions;

    public SentRequest[] Requests => [.. _requests];

    /// <summary>The requests that open sessions.</summary>
    public SentRequest[] Openings => [.. _requests.Where(IsOpening)];

    public SentRequest[] Others => [.. _requests.Where(static request => !IsOpening(request))];

    /// <summary>The access key, region and service that a request is signed with; null if it is not signed.</summary>
    public static string? ScopeOf(SentRequest request)
    {
        if (!request.Headers.TryGetValue("Authorization", out string? authorization))
        {
            return null;
        }

        string[] credential = authorization.Split("Credential=")[1].Split(',')[0].Split('/');
        return $"{credential[0]} {credential[2]} {credential[3]}";
    }

    public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Dictionary<string, string> headers = request.Headers.NonValidated
            .Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        SentRequest sent = new(request.Method, request.RequestUri!.AbsoluteUri, headers, body);
        _requests.Enqueue(sent);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(IsOpening(sent) ? OpenSession() : "<DeleteResult/>", Encoding.UTF8, "application/xml"),
        };
    }

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsOpening(SentRequest request) => request.Uri.Contains("?session", StringComparison.Ordinal);

    private string OpenSession()
    {
        int number = Interlocked.Increment(ref _sessions);
        string end = timeProvider.GetUtcNow().AddMinutes(5).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $"""
            <CreateSessionResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Credentials>
            <SessionToken>TOKEN{number}</SessionToken><SecretAccessKey>SECRET{number}</SecretAccessKey><AccessKeyId>SESSION{number}</AccessKeyId><Expiration>{end}</Expiration>
            </Credentials></CreateSessionResult>
            """;
    }
}
