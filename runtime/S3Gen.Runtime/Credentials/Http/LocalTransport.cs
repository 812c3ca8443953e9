namespace S3Gen.Runtime.CredentialSources;

/// <summary>Connections to services of the machine itself: no proxy, and short waits, for the machine may have no such service.</summary>
internal sealed class LocalTransport(TimeSpan connectTimeout) : IHttpTransport
{
    private readonly HttpMessageInvoker _invoker = new(
        new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = connectTimeout,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
        },
        disposeHandler: true);

    public ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(_invoker.SendAsync(request, cancellationToken));

    public void Dispose() => _invoker.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
