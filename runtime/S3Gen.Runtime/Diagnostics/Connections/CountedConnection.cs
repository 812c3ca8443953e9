using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>
/// A connection that is counted while it is open. It is a <see cref="NetworkStream"/>, since the platform's connection pool asks the
/// socket of one whether it is still alive, and would have to read ahead from any other stream.
/// </summary>
internal sealed class CountedConnection : NetworkStream
{
    private readonly string _name;
    private readonly ILogger _logger;
    private HostConnections? _host;

    private CountedConnection(Socket socket, string name, HostConnections host, ILogger logger)
        : base(socket, ownsSocket: true)
    {
        _name = name;
        _logger = logger;
        _host = host;
        int open = host.Opened();
        WireLog.Opened(logger, name, open);
    }

    /// <summary>Connects as the platform does where nobody else wants to.</summary>
    internal static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, ConnectionPools pools, ILogger logger, CancellationToken cancellationToken)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            string authority = context.InitialRequestMessage.RequestUri!.Authority;
            return new CountedConnection(socket, authority, pools.Of(authority, bucket: null), logger);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _host, null) is { } host)
        {
            int open = host.Closed();
            WireLog.Closed(_logger, _name, open);
        }

        base.Dispose(disposing);
    }
}
