using System.Net;
using System.Net.Sockets;
using S3Gen.Testing.Http;
using S3Gen.Testing.Scripts;

namespace S3Gen.Testing;

/// <summary>
/// What a transport answers to some requests. Answers are given in order, one a request, and the last is repeated until
/// <see cref="Times"/> is reached. Without any the answer is 200 without a body. Of setups that match, the one made last counts.
/// </summary>
public sealed class MockHttpSetup
{
    private readonly MockHttpTransport _transport;
    private readonly Func<MockHttpRequest, bool> _when;
    private readonly Script<Func<MockHttpRequest, CancellationToken, Task<MockHttpResponse>>> _script = new();
    private TimeSpan _latency;

    internal MockHttpSetup(MockHttpTransport transport, Func<MockHttpRequest, bool> when)
    {
        _transport = transport;
        _when = when;
    }

    /// <summary>How many requests it has answered.</summary>
    public int CallCount => _script.Taken;

    /// <summary>Answers with a response.</summary>
    /// <param name="response">The response.</param>
    public MockHttpSetup Responds(MockHttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return Then((_, _) => Task.FromResult(response));
    }

    /// <summary>Answers with what a function makes of each request.</summary>
    /// <param name="create">Makes the response.</param>
    public MockHttpSetup Responds(Func<MockHttpRequest, MockHttpResponse> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return Then((request, _) => Task.FromResult(create(request)));
    }

    /// <summary>Answers with text.</summary>
    /// <param name="status">The status.</param>
    /// <param name="text">The body, sent in UTF-8.</param>
    /// <param name="contentType">The media type.</param>
    public MockHttpSetup Responds(HttpStatusCode status, string text = "", string contentType = "application/xml") =>
        Responds(MockHttpResponse.Text(text, status, contentType));

    /// <summary>Answers with an error as S3 does.</summary>
    /// <param name="errorCode">Its code, e.g. <c>SlowDown</c>.</param>
    /// <param name="status">Its status.</param>
    /// <param name="message">Its words.</param>
    public MockHttpSetup Fails(string errorCode, HttpStatusCode status, string message = "The mock was told to fail.") =>
        Responds(MockHttpResponse.Error(errorCode, status, message));

    /// <summary>The connection is refused.</summary>
    public MockHttpSetup RefusesConnection() => Throws(() => new HttpRequestException(
        HttpRequestError.ConnectionError, "The connection was refused.", new SocketException((int)SocketError.ConnectionRefused)));

    /// <summary>The host's name is not known.</summary>
    public MockHttpSetup FailsToResolve() => Throws(() => new HttpRequestException(
        HttpRequestError.NameResolutionError, "The host is not known.", new SocketException((int)SocketError.HostNotFound)));

    /// <summary>The connection is not made in time.</summary>
    public MockHttpSetup TimesOutConnecting() => Throws(() => new TaskCanceledException(
        "The connection was not made in time.", new TimeoutException("The connection was not made in time.")));

    /// <summary>The connection is reset once the request has been sent, before anything of a response has come.</summary>
    public MockHttpSetup ResetsConnection() => Throws(() => new HttpRequestException(
        HttpRequestError.ResponseEnded, "The connection was reset.", new SocketException((int)SocketError.ConnectionReset)));

    /// <summary>Nothing comes: the client's own limits end the attempt, by the clock that the client has.</summary>
    public MockHttpSetup NeverAnswers() => Then(async (_, cancellationToken) =>
    {
        await Pause.ForeverAsync(cancellationToken).ConfigureAwait(false);
        throw new InvalidOperationException("A wait without an end has ended.");
    });

    /// <summary>Sending throws.</summary>
    /// <param name="create">Makes the exception.</param>
    public MockHttpSetup Throws(Func<Exception> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return Then((_, _) => Task.FromException<MockHttpResponse>(create()));
    }

    /// <summary>Each of these requests waits for its answer, by the transport's clock.</summary>
    /// <param name="latency">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="latency"/> is negative.</exception>
    public MockHttpSetup After(TimeSpan latency)
    {
        _latency = Pause.Check(latency, nameof(latency));
        return this;
    }

    /// <summary>Ends the setup after some requests; then those that were made before it count again.</summary>
    /// <param name="times">How many, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public MockHttpSetup Times(int times)
    {
        _script.Limit(times);
        return this;
    }

    /// <summary>Ends the setup after one request.</summary>
    public MockHttpSetup Once() => Times(1);

    /// <summary>The answer to a request; null where the setup is not meant, or used up.</summary>
    internal Task<MockHttpResponse>? TryAnswer(MockHttpRequest request, CancellationToken cancellationToken) =>
        _when(request) && _script.TryTake(out Func<MockHttpRequest, CancellationToken, Task<MockHttpResponse>>? step)
            ? AnswerAsync(step, request, cancellationToken)
            : null;

    private async Task<MockHttpResponse> AnswerAsync(
        Func<MockHttpRequest, CancellationToken, Task<MockHttpResponse>>? step, MockHttpRequest request, CancellationToken cancellationToken)
    {
        await Pause.ForAsync(_latency, _transport.TimeProvider, cancellationToken).ConfigureAwait(false);
        return step is null ? new MockHttpResponse() : await step(request, cancellationToken).ConfigureAwait(false);
    }

    private MockHttpSetup Then(Func<MockHttpRequest, CancellationToken, Task<MockHttpResponse>> answer)
    {
        _script.Add(answer);
        return this;
    }
}
