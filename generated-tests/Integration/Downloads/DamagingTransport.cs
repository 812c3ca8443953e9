namespace S3Gen.Integration.Downloads;

/// <summary>A way to the server on which one bit of each body that is read gets lost.</summary>
internal sealed class DamagingTransport : IHttpTransport
{
    private readonly HttpMessageInvoker _network = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await _network.SendAsync(request, cancellationToken);
        if (request.Method != HttpMethod.Get || !response.IsSuccessStatusCode)
        {
            return response;
        }

        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        body[body.Length / 2] ^= 0x10;
        ByteArrayContent damaged = new(body);
        foreach ((string name, IEnumerable<string> values) in response.Content.Headers)
        {
            damaged.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = damaged;
        return response;
    }

    public void Dispose() => _network.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
