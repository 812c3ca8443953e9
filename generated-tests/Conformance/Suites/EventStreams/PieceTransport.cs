using System.Net;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites.EventStreams;

/// <summary>A transport that answers every request with one stream of events.</summary>
internal sealed class PieceTransport(PieceStream body) : IHttpTransport
{
    public ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => new(new HttpResponseMessage(HttpStatusCode.OK)
    {
        RequestMessage = request,
        Content = new StreamContent(body) { Headers = { ContentType = new("application/vnd.amazon.eventstream"), ContentLength = null } },
    });

    public void Dispose() => body.Dispose();

    public ValueTask DisposeAsync() => body.DisposeAsync();
}
