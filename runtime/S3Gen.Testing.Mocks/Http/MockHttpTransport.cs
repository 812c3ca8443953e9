using S3Gen.Runtime;
using S3Gen.Testing.Http;
using S3Gen.Testing.Streams;

namespace S3Gen.Testing;

/// <summary>
/// A network for tests: it records the requests that a client signs and sends, answers what it was told to, and fails as networks do.
/// Everything before it is the real client: marshalling, signing, retries, circuit breaker. Safe to share between threads.
/// </summary>
/// <param name="timeProvider">The clock of latencies; null for the system's.</param>
/// <param name="maxKeptBody">How many bytes of each request's body are kept; all are read and counted.</param>
public sealed class MockHttpTransport(TimeProvider? timeProvider = null, int maxKeptBody = 16 * 1024 * 1024) : IHttpTransport
{
    private readonly Lock _gate = new();
    private readonly List<MockHttpRequest> _requests = [];
    private readonly List<MockHttpSetup> _setups = [];
    private readonly List<SendingFault> _sendingFaults = [];

    /// <summary>The requests in the order in which they began.</summary>
    public IReadOnlyList<MockHttpRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Whether somebody has disposed the transport. A client leaves that to who gave it the transport.</summary>
    public bool IsDisposed { get; private set; }

    internal TimeProvider TimeProvider { get; } = timeProvider ?? TimeProvider.System;

    /// <summary>Says what is answered to all requests.</summary>
    /// <returns>The setup, to be told its answers.</returns>
    public MockHttpSetup On() => On(static _ => true);

    /// <summary>Says what is answered to some requests.</summary>
    /// <param name="when">Which requests are meant.</param>
    /// <returns>The setup, to be told its answers.</returns>
    public MockHttpSetup On(Func<MockHttpRequest, bool> when)
    {
        ArgumentNullException.ThrowIfNull(when);
        MockHttpSetup setup = new(this, when);
        lock (_gate)
        {
            _setups.Insert(0, setup);
        }

        return setup;
    }

    /// <summary>Says what is answered to a method on a path.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, or its end, as it is sent and without the query, e.g. <c>/photos/a.jpg</c>; "" for any.</param>
    /// <returns>The setup, to be told its answers.</returns>
    public MockHttpSetup On(HttpMethod method, string path) =>
        On(request => request.Method == method && request.Uri.AbsolutePath.EndsWith(path, StringComparison.Ordinal));

    /// <summary>Resets the connection while the body of a request is sent. Requests whose body is shorter get through.</summary>
    /// <param name="bytes">How many bytes of the body are sent before.</param>
    /// <param name="times">How many requests it befalls.</param>
    /// <param name="when">Which requests are meant, without their bodies; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bytes"/> is negative, or <paramref name="times"/> less than 1.</exception>
    public void ResetWhileSending(long bytes, int times = 1, Func<MockHttpRequest, bool>? when = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        SendingFault fault = new(bytes, times, when);
        lock (_gate)
        {
            _sendingFaults.Add(fault);
        }
    }

    /// <summary>Forgets the requests and all that is set up.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _requests.Clear();
            _setups.Clear();
            _sendingFaults.Clear();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="UnexpectedCallException">Nothing is set up for the request.</exception>
    public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        MockHttpRequest recorded = Record(request);
        await ReadBodyAsync(recorded, request.Content, cancellationToken).ConfigureAwait(false);
        MockHttpResponse response = await Answer(recorded, cancellationToken).ConfigureAwait(false);
        return ResponseMessages.Create(response, request, TimeProvider);
    }

    /// <inheritdoc/>
    public void Dispose() => IsDisposed = true;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private MockHttpRequest Record(HttpRequestMessage message)
    {
        lock (_gate)
        {
            MockHttpRequest request = new(_requests.Count, message);
            _requests.Add(request);
            return request;
        }
    }

    private async Task ReadBodyAsync(MockHttpRequest request, HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return;
        }

        long breaksAfter = Snapshot(_sendingFaults).FirstOrDefault(fault => fault.TryTake(request))?.Bytes ?? long.MaxValue;
        using KeptBytes kept = new(maxKeptBody, breaksAfter);
        try
        {
            await content.CopyToAsync(kept, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            // As SocketsHttpHandler tells of a connection that breaks.
            throw new HttpRequestException("The request could not be sent.", e);
        }
        finally
        {
            request.SetBody(kept.ToArray(), kept.Length);
        }
    }

    private Task<MockHttpResponse> Answer(MockHttpRequest request, CancellationToken cancellationToken)
    {
        foreach (MockHttpSetup setup in Snapshot(_setups))
        {
            if (setup.TryAnswer(request, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        throw new UnexpectedCallException(
            $"{nameof(MockHttpTransport)} got the request {request}, and no setup matches it or all are used up. "
            + "Say what it answers, as in transport.On(request => ...).Responds(...).");
    }

    private T[] Snapshot<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }
}
