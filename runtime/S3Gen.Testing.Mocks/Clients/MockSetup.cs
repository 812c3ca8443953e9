using System.Net;
using S3Gen.Runtime;
using S3Gen.Testing.Clients;
using S3Gen.Testing.CodeGen;
using S3Gen.Testing.Scripts;

namespace S3Gen.Testing;

/// <summary>
/// What a double answers to some requests of an operation. Answers are given in order, one a call, and the last is repeated until
/// <see cref="Times"/> is reached. Without any, the response is one whose members are all unset. Of setups that match, the one made last counts.
/// </summary>
/// <typeparam name="TRequest">The operation's input.</typeparam>
/// <typeparam name="TResponse">The operation's output.</typeparam>
public sealed class MockSetup<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    private readonly MockRecorder _recorder;
    private readonly MockOperation<TRequest, TResponse> _operation;
    private readonly Func<TRequest, bool>? _when;
    private readonly Script<Func<TRequest, CancellationToken, Task<TResponse>>> _script = new();
    private TimeSpan _delay;

    internal MockSetup(MockRecorder recorder, MockOperation<TRequest, TResponse> operation, Func<TRequest, bool>? when)
    {
        _recorder = recorder;
        _operation = operation;
        _when = when;
    }

    /// <summary>How many calls it has answered.</summary>
    public int CallCount => _script.Taken;

    /// <summary>Answers with a response. Its stream, if it has one, is read to its end once; each call gets a stream of its own with these bytes.</summary>
    /// <param name="response">The response.</param>
    public MockSetup<TRequest, TResponse> Returns(TResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        ResponseTemplate<TRequest, TResponse> template = new(_operation, response);
        return Then((_, cancellationToken) => template.CreateAsync(cancellationToken));
    }

    /// <summary>Answers with what a function makes of each request. Its streams are handed out as they are.</summary>
    /// <param name="create">Makes the response. An exception that it throws is the call's.</param>
    public MockSetup<TRequest, TResponse> Returns(Func<TRequest, TResponse> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return Then((request, _) => Task.FromResult(create(request)));
    }

    /// <summary>Answers with what a function makes of each request, in its own time.</summary>
    /// <param name="create">Makes the response. An exception that it throws is the call's.</param>
    public MockSetup<TRequest, TResponse> Returns(Func<TRequest, CancellationToken, Task<TResponse>> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        return Then(create);
    }

    /// <summary>Answers with one response after the other; the last is repeated.</summary>
    /// <param name="responses">The responses.</param>
    public MockSetup<TRequest, TResponse> Sequence(params ReadOnlySpan<TResponse> responses)
    {
        foreach (TResponse response in responses)
        {
            Returns(response);
        }

        return this;
    }

    /// <summary>The call throws.</summary>
    /// <param name="exception">What it throws.</param>
    public MockSetup<TRequest, TResponse> Throws(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Then((_, _) => Task.FromException<TResponse>(exception));
    }

    /// <summary>The service refuses the call.</summary>
    /// <param name="errorCode">Its error code, e.g. <c>SlowDown</c>. One of the model's gives the model's exception.</param>
    /// <param name="status">Its status; null for the one that the model gives to the error.</param>
    /// <param name="message">Its words.</param>
    /// <exception cref="ArgumentException"><paramref name="status"/> is null, and the model gives none to the error.</exception>
    public MockSetup<TRequest, TResponse> Fails(string errorCode, HttpStatusCode? status = null, string? message = null)
    {
        Func<string, ServiceException> create = _recorder.Failing(errorCode, status, message);
        return Then((_, _) => Task.FromException<TResponse>(create(_operation.Name)));
    }

    /// <summary>No connection is made: a <see cref="ServiceConnectionException"/>.</summary>
    public MockSetup<TRequest, TResponse> FailsToConnect() => Then((_, _) => Task.FromException<TResponse>(MockFailure.Refused(_operation.Name)));

    /// <summary>The client's time runs out: a <see cref="ServiceConnectionException"/> that says so, at once.</summary>
    public MockSetup<TRequest, TResponse> TimesOut() => Then((_, _) => Task.FromException<TResponse>(MockFailure.TimedOut(_operation.Name)));

    /// <summary>Nothing comes until the caller cancels.</summary>
    public MockSetup<TRequest, TResponse> NeverAnswers() => Then(async (_, cancellationToken) =>
    {
        await Pause.ForeverAsync(cancellationToken).ConfigureAwait(false);
        throw new InvalidOperationException("A wait without an end has ended.");
    });

    /// <summary>Each of these calls waits first, by the double's clock.</summary>
    /// <param name="delay">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    public MockSetup<TRequest, TResponse> After(TimeSpan delay)
    {
        _delay = Pause.Check(delay, nameof(delay));
        return this;
    }

    /// <summary>Ends the setup after some calls; then those that were made before it count again.</summary>
    /// <param name="times">How many, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public MockSetup<TRequest, TResponse> Times(int times)
    {
        _script.Limit(times);
        return this;
    }

    /// <summary>Ends the setup after one call.</summary>
    public MockSetup<TRequest, TResponse> Once() => Times(1);

    /// <summary>The answer to a request; null where the setup is not meant, or used up.</summary>
    internal Task<TResponse>? TryAnswer(TRequest request, CancellationToken cancellationToken) =>
        (_when is null || _when(request)) && _script.TryTake(out Func<TRequest, CancellationToken, Task<TResponse>>? step)
            ? AnswerAsync(step, request, cancellationToken)
            : null;

    private async Task<TResponse> AnswerAsync(Func<TRequest, CancellationToken, Task<TResponse>>? step, TRequest request, CancellationToken cancellationToken)
    {
        await Pause.ForAsync(_delay, _recorder.TimeProvider, cancellationToken).ConfigureAwait(false);
        return step is null ? _operation.Default() : await step(request, cancellationToken).ConfigureAwait(false);
    }

    private MockSetup<TRequest, TResponse> Then(Func<TRequest, CancellationToken, Task<TResponse>> answer)
    {
        _script.Add(answer);
        return this;
    }
}
