using S3Gen.ModelCases.Http;
using S3Gen.Runtime;

namespace S3Gen.ModelCases.Client;

/// <summary>Answers every request with one response, without a network, and keeps the last request.</summary>
public sealed class StubTransport(WireResponse response) : IHttpTransport
{
    /// <summary>The last request; null before the first.</summary>
    public WireRequest? Request { get; private set; }

    /// <summary>Where the last request went; null before the first.</summary>
    public Uri? RequestUri { get; private set; }

    public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RequestUri = request.RequestUri;
        Request = await HttpMessages.ReadAsync(request, cancellationToken);
        return HttpMessages.Create(response, request);
    }

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
