using System.Security.Authentication;
using System.Text;

namespace S3Gen.Runtime.Http;

/// <summary>The client's own connections: a pool for each host, HTTP/1.1, nothing done behind the client's back.</summary>
internal sealed class SocketsTransport : IHttpTransport
{
    private readonly HttpMessageInvoker _invoker;

    internal SocketsTransport(ClientOptions options) => _invoker = new HttpMessageInvoker(CreateHandler(options), disposeHandler: true);

    public ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(_invoker.SendAsync(request, cancellationToken));

    public void Dispose() => _invoker.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static SocketsHttpHandler CreateHandler(ClientOptions options) => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        UseCookies = false,
        Credentials = null,
        PreAuthenticate = false,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionIdleTimeout = options.IdleTimeout,
        PooledConnectionLifetime = options.ConnectionLifetime,
        MaxConnectionsPerServer = options.MaxConnections,

        // S3 takes and other stores give user metadata in UTF-8; the defaults would refuse the one and garble the other.
        RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        SslOptions = { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
    };
}
