using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace S3Gen.Runtime.Tests.Support;

/// <summary>A server on a loopback socket that speaks TLS and answers every request with 200.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly SslProtocols _protocols;
    private readonly Task _serving;

    public TlsServer(SslProtocols protocols = SslProtocols.None)
    {
        _protocols = protocols;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Url => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>What the last handshake agreed on.</summary>
    public SslProtocols Protocol { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        try
        {
            await using SslStream stream = new(client.GetStream());
            SslServerAuthenticationOptions options = new() { ServerCertificate = TestCertificates.Loopback, EnabledSslProtocols = _protocols };
            await stream.AuthenticateAsServerAsync(options, _stop.Token);
            Protocol = stream.SslProtocol;
            await stream.ReadAtLeastAsync(new byte[16 * 1024], 1, throwOnEndOfStream: false, _stop.Token);
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), _stop.Token);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client did not like the certificate or the protocol.
        }
    }
}
