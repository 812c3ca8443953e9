using System.Net.Sockets;

namespace S3Gen.Tests.Doubles;

/// <summary>Stands in for the name service and for TLS: whatever host of AWS a request goes to, a server on loopback gets it, host header and all.</summary>
internal sealed class LoopbackTransport : IHttpTransport
{
    private readonly HttpMessageInvoker _invoker;
    private readonly List<string> _hosts = [];

    public LoopbackTransport(Uri server)
    {
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            ConnectCallback = async (_, cancellationToken) =>
            {
                Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(server.Host, server.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        _invoker = new HttpMessageInvoker(handler);
    }

    /// <summary>The hosts of the requests, in order.</summary>
    public IReadOnlyList<string> Hosts => _hosts;

    public ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri asked = request.RequestUri!;
        _hosts.Add(asked.Host);
        request.RequestUri = new UriBuilder(asked) { Scheme = Uri.UriSchemeHttp, Port = -1 }.Uri;
        return new(_invoker.SendAsync(request, cancellationToken));
    }

    public void Dispose() => _invoker.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
