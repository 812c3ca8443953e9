using System.Net;
using System.Net.Sockets;
using S3Gen.Runtime;

namespace S3Gen.Contract.Tests.Stubs;

/// <summary>Connects to the stub whatever the host's name: operations with a host prefix name hosts that no resolver knows.</summary>
internal sealed class ReroutingTransport(int port) : IHttpTransport
{
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (_, cancellationToken) =>
        {
            Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _client.SendAsync(request, cancellationToken);

    public void Dispose() => _client.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
