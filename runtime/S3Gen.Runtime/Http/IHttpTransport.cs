namespace S3Gen.Runtime;

/// <summary>
/// Carries a signed request to the service and its response back, unchanged: no redirects, no decompression, no cookies, no
/// retries of its own. It returns when the head of the response is there; the body is read from the response's content.
/// </summary>
public interface IHttpTransport : IAsyncDisposable, IDisposable
{
    /// <summary>Sends a request.</summary>
    /// <param name="request">The request. Its path and query are to be sent as they are, neither normalized nor encoded again.</param>
    /// <param name="cancellationToken">Ends the exchange; a response that was returned is not affected any more.</param>
    /// <exception cref="HttpRequestException">The connection could not be made, or broke.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}
