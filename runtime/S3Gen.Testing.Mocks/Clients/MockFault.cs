using System.Net;
using S3Gen.Runtime;
using S3Gen.Testing.Clients;
using S3Gen.Testing.CodeGen;
using S3Gen.Testing.Scripts;

namespace S3Gen.Testing;

/// <summary>
/// What befalls calls of any operation before their own setups are asked. Steps are taken in order, one a call, and the last is
/// repeated until <see cref="Times"/> is reached; without a step there is only the delay.
/// </summary>
public sealed class MockFault
{
    private readonly MockRecorder _recorder;
    private readonly Func<MockCall, bool>? _when;
    private readonly Script<Func<MockCall, CancellationToken, Task>> _script = new();
    private TimeSpan _delay;

    internal MockFault(MockRecorder recorder, Func<MockCall, bool>? when)
    {
        _recorder = recorder;
        _when = when;
    }

    /// <summary>How many calls it has befallen.</summary>
    public int CallCount => _script.Taken;

    /// <summary>The call throws.</summary>
    /// <param name="exception">What it throws.</param>
    public MockFault Throws(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Then((_, _) => Task.FromException(exception));
    }

    /// <summary>The service refuses the call.</summary>
    /// <param name="errorCode">Its error code, e.g. <c>SlowDown</c>. One of the model's gives the model's exception.</param>
    /// <param name="status">Its status; null for the one that the model gives to the error.</param>
    /// <param name="message">Its words.</param>
    /// <exception cref="ArgumentException"><paramref name="status"/> is null, and the model gives none to the error.</exception>
    public MockFault Fails(string errorCode, HttpStatusCode? status = null, string? message = null)
    {
        Func<string, ServiceException> create = _recorder.Failing(errorCode, status, message);
        return Then((call, _) => Task.FromException(create(call.Operation)));
    }

    /// <summary>No connection is made: a <see cref="ServiceConnectionException"/>.</summary>
    public MockFault FailsToConnect() => Then((call, _) => Task.FromException(MockFailure.Refused(call.Operation)));

    /// <summary>The client's time runs out: a <see cref="ServiceConnectionException"/> that says so, at once.</summary>
    public MockFault TimesOut() => Then((call, _) => Task.FromException(MockFailure.TimedOut(call.Operation)));

    /// <summary>Nothing comes until the caller cancels.</summary>
    public MockFault NeverAnswers() => Then((_, cancellationToken) => Pause.ForeverAsync(cancellationToken));

    /// <summary>The call goes on to what is set up for it: a step between others.</summary>
    public MockFault Passes() => Then((_, _) => Task.CompletedTask);

    /// <summary>Each of these calls waits first, by the double's clock.</summary>
    /// <param name="delay">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    public MockFault After(TimeSpan delay)
    {
        _delay = Pause.Check(delay, nameof(delay));
        return this;
    }

    /// <summary>Ends the fault after some calls.</summary>
    /// <param name="times">How many, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public MockFault Times(int times)
    {
        _script.Limit(times);
        return this;
    }

    /// <summary>Ends the fault after one call.</summary>
    public MockFault Once() => Times(1);

    internal async Task BefallAsync(MockCall call, CancellationToken cancellationToken)
    {
        if ((_when is null || _when(call)) && _script.TryTake(out Func<MockCall, CancellationToken, Task>? step))
        {
            await Pause.ForAsync(_delay, _recorder.TimeProvider, cancellationToken).ConfigureAwait(false);
            await (step?.Invoke(call, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        }
    }

    private MockFault Then(Func<MockCall, CancellationToken, Task> step)
    {
        _script.Add(step);
        return this;
    }
}
