using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace S3Gen.Runtime.Tests.Support;

/// <summary>A server of bytes on a loopback socket: it records what it gets and answers from a script, whose last reply is repeated.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Reply> _script;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly SemaphoreSlim _received = new(0);
    private readonly Task _accepting;
    private readonly Func<string, Reply> _answer;
    private int _closed;

    public RawServer(params Reply[] script)
        : this(_ => script[^1], script)
    {
    }

    /// <summary>Answers as the request's text says.</summary>
    public RawServer(Func<string, Reply> answer)
        : this(answer, [])
    {
    }

    private RawServer(Func<string, Reply> answer, Reply[] script)
    {
        _script = new ConcurrentQueue<Reply>(script);
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public string Host => Url.Authority;

    /// <summary>Heads and bodies of the requests, one character a byte.</summary>
    public string[] Requests => [.. _requests];

    /// <summary>How many connections were closed, by either side.</summary>
    public int ClosedConnections => Volatile.Read(ref _closed);

    public Task WaitForRequestAsync() => _received.WaitAsync(TimeSpan.FromSeconds(10));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_connections);
        _stop.Dispose();
        _received.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using (socket)
            {
                while (await ReadRequestAsync(socket) is { } request)
                {
                    _requests.Enqueue(request);
                    _received.Release();
                    Reply reply = _script.TryDequeue(out Reply? next) ? next : _answer(request);
                    if (!await reply.WriteAsync(socket, _stop.Token))
                    {
                        break;
                    }
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
        }

        Interlocked.Increment(ref _closed);
    }

    private async Task<string?> ReadRequestAsync(Socket socket)
    {
        StringBuilder text = new();
        byte[] buffer = new byte[16 * 1024];
        int end = -1;
        int length = 0;
        while (end < 0 || text.Length < end + length)
        {
            int read = await socket.ReceiveAsync(buffer, _stop.Token);
            if (read == 0)
            {
                return null;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            if (end < 0)
            {
                string soFar = text.ToString();
                end = soFar.IndexOf("\r\n\r\n", StringComparison.Ordinal);
                end = end < 0 ? end : end + 4;
                length = end < 0 ? 0 : ContentLength(soFar[..end]);
            }
        }

        return text.ToString();
    }

    private static int ContentLength(string head)
    {
        const string Name = "\r\nContent-Length: ";
        int start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? 0 : int.Parse(head.AsSpan(start + Name.Length, head.IndexOf('\r', start + 2) - start - Name.Length), CultureInfo.InvariantCulture);
    }
}
