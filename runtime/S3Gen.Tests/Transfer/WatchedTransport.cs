using System.Collections.Concurrent;
using System.Net;

namespace S3Gen.Tests.Transfer;

/// <summary>A transport over real sockets that counts requests and may answer some of them itself, or cut their answers off.</summary>
internal sealed class WatchedTransport : IHttpTransport
{
    private readonly HttpMessageInvoker _network = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly ConcurrentQueue<string> _requests = new();
    private int _running;
    private int _mostRunning;

    /// <summary>Method, path and query of all requests, in order, and their range.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>How many requests were under way at once at most.</summary>
    public int MostAtOnce => Volatile.Read(ref _mostRunning);

    /// <summary>Asked before each request is sent; null lets it through.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Instead { get; set; }

    /// <summary>Awaited before each request is sent.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task>? Before { get; set; }

    /// <summary>Called with each response.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage, HttpResponseMessage>? After { get; set; }

    public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string range = request.Headers.TryGetValues("Range", out IEnumerable<string>? values) ? $" {string.Join(',', values)}" : string.Empty;
        _requests.Enqueue($"{request.Method} {request.RequestUri!.PathAndQuery}{range}");
        int running = Interlocked.Increment(ref _running);
        InterlockedMax(ref _mostRunning, running);
        try
        {
            if (Before is { } before)
            {
                await before(request, cancellationToken);
            }

            HttpResponseMessage response = Instead?.Invoke(request) ?? await _network.SendAsync(request, cancellationToken);
            return After?.Invoke(request, response) ?? response;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    public int Count(string method, string part) => Requests.Count(request => request.StartsWith(method + ' ', StringComparison.Ordinal) && request.Contains(part, StringComparison.Ordinal));

    public static HttpResponseMessage Error(HttpStatusCode status, string code) => new(status)
    {
        Content = new StringContent($"<Error><Code>{code}</Code><Message>made by the test</Message></Error>"),
    };

    public void Dispose() => _network.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen = Volatile.Read(ref target);
        while (seen < value)
        {
            int now = Interlocked.CompareExchange(ref target, value, seen);
            if (now == seen)
            {
                return;
            }

            seen = now;
        }
    }
}
