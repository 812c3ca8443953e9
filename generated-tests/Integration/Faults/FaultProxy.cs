using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace S3Gen.Integration.Faults;

/// <summary>
/// A proxy on loopback between a client and a real server, over real sockets, which harms requests as a plan says. It knows just as
/// much of HTTP/1.1 as it takes to do so at a certain point.
/// </summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, bool> _connections = new();
    private readonly ConcurrentDictionary<string, int> _faults = new();
    private readonly Uri _server;
    private readonly FaultPlan _plan;
    private readonly Task _accepting;
    private int _open;
    private int _requests;
    private int _refusals;

    public FaultProxy(Uri server, FaultPlan plan)
    {
        _server = server;
        _plan = plan;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many connections of the client are open.</summary>
    public int OpenConnections => Volatile.Read(ref _open);

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How often each fault was done.</summary>
    public IReadOnlyDictionary<string, int> Faults => _faults;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections.Keys);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync(_stop.Token);
                Task serving = ServeAsync(client);
                _connections.TryAdd(serving, true);
                _ = serving.ContinueWith(ended => _connections.TryRemove(ended, out _), TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task ServeAsync(Socket client)
    {
        Interlocked.Increment(ref _open);
        try
        {
            using (client)
            {
                if (Interlocked.Decrement(ref _refusals) >= 0)
                {
                    client.LingerState = new LingerOption(true, 0);
                    return;
                }

                Interlocked.Increment(ref _refusals);
                FaultyConnection connection = new(client, _server, _stop.Token);
                while (await connection.WaitForRequestAsync() && await connection.ExchangeAsync(NextFault()))
                {
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            // One of the two sides has gone; the other sees its connection closed.
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private Fault NextFault()
    {
        Fault fault = _plan.Next();
        Interlocked.Increment(ref _requests);
        _faults.AddOrUpdate(fault.ToString(), 1, static (_, count) => count + 1);
        if (fault.Kind == FaultKind.RefuseConnections)
        {
            Interlocked.Increment(ref _refusals);
        }

        return fault;
    }
}
