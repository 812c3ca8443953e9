using System.Net;
using System.Net.Sockets;
using System.Text;

namespace S3Gen.Integration.Selecting;

/// <summary>
/// A server on a real socket that answers one request with a stream of messages, of which it sends no more than it is told to; then it
/// ends the answer, or stalls until the client goes away.
/// </summary>
public sealed class EventStreamServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[][] _pieces;
    private readonly bool _stalls;
    private readonly Task _run;

    private EventStreamServer(byte[][] pieces, bool stalls)
    {
        _pieces = pieces;
        _stalls = stalls;
        _listener.Start();
        _run = AnswerAsync();
    }

    public Uri Endpoint => new($"http://{_listener.LocalEndpoint}");

    /// <summary>Completes when the client has closed its connection.</summary>
    public Task ClientLeft => _left.Task;

    /// <summary>Sends the pieces, each as a chunk of HTTP, and ends.</summary>
    public static EventStreamServer Sending(params byte[][] pieces) => new(pieces, stalls: false);

    /// <summary>Sends the pieces and then nothing, with the connection open.</summary>
    public static EventStreamServer StallingAfter(params byte[][] pieces) => new(pieces, stalls: true);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await Task.WhenAny(_run, ClientLeft);
    }

    private async Task AnswerAsync()
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        await using NetworkStream stream = client.GetStream();
        await ReadRequestAsync(stream);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray());
        foreach (byte[] piece in _pieces)
        {
            await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n"), .. piece, .. "\r\n"u8]);
        }

        if (!_stalls)
        {
            await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        }

        await AwaitLeavingAsync(stream);
    }

    /// <summary>Reads to the end of the request, whose length its head tells.</summary>
    private static async Task ReadRequestAsync(NetworkStream stream)
    {
        byte[] buffer = new byte[64 * 1024];
        int held = 0;
        int end;
        do
        {
            held += await stream.ReadAsync(buffer.AsMemory(held));
            end = buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8);
        }
        while (end < 0);
        string head = Encoding.ASCII.GetString(buffer, 0, end);
        int length = int.Parse(
            head.Split("\r\n").Single(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1],
            System.Globalization.CultureInfo.InvariantCulture);
        while (held < end + 4 + length)
        {
            held += await stream.ReadAsync(buffer.AsMemory(held));
        }
    }

    private async Task AwaitLeavingAsync(NetworkStream stream)
    {
        try
        {
            while (await stream.ReadAsync(new byte[1024]) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A reset is a way to leave too.
        }

        _left.TrySetResult();
    }
}
