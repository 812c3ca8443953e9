using System.Net;

namespace S3Gen.Extensions.Tests;

/// <summary>Answers in the place of a store.</summary>
internal sealed class StubTransport(Func<HttpRequestMessage, HttpResponseMessage> answers) : IHttpTransport
{
    private int _count;

    public Func<HttpRequestMessage, HttpResponseMessage> Answers { get; set; } = answers;

    /// <summary>How many requests have come.</summary>
    public int Count => _count;

    /// <summary>Answers 500 where the path contains a text, and lists no buckets otherwise.</summary>
    public static StubTransport Failing(string path) => new(request =>
        request.RequestUri!.AbsolutePath.Contains(path, StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.InternalServerError) : NoBuckets());

    public static HttpResponseMessage NoBuckets() => new() { Content = new StringContent("<ListAllMyBucketsResult/>") };

    public ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        return new(Answers(request));
    }

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
