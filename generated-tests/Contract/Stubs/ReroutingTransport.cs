using System.Net;
using System.Net.Sockets;

namespace S3Gen.Contract.Tests.Stubs;

/// <summary>
/// Connects to the stub whatever the host's name: those of AWS, and those of operations with a host prefix, which no resolver knows. What
/// would be encrypted is not, and is otherwise what it would be.
/// </summary>
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

    public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = InClear(request.RequestUri!);
        return await _client.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static Uri InClear(Uri url) => url.Scheme == Uri.UriSchemeHttps
        ? new Uri(Uri.UriSchemeHttp + url.AbsoluteUri[Uri.UriSchemeHttps.Length..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })
        : url;
}
