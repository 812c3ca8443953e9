using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.Resilience.CircuitBreaker;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Resilience;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CircuitTests
{
    private readonly FakeTimeProvider _time = new(TestClient.Now);
    private readonly List<CircuitState> _changes = [];
    private readonly Circuit _circuit;

    public CircuitTests() => _circuit = new Circuit(
        new CircuitKey("host:1", "bucket"), new CircuitOptions(5, TimeSpan.FromSeconds(30), 3, _time, change => _changes.Add(change.State)));

    [Test]
    public void Five_failures_in_a_row_open_it()
    {
        Fail(4);
        Assert.That(_circuit.Status.State, Is.EqualTo(CircuitState.Closed));
        Fail(1);

        Assert.That(_circuit.TryEnter(out _), Is.False);
        Assert.That(_circuit.IsOpen, Is.True);
        Assert.That(_circuit.Status, Is.EqualTo(new CircuitStatus
        {
            Endpoint = "host:1", Bucket = "bucket", State = CircuitState.Open, ConsecutiveFailures = 5, OpenUntil = TestClient.Now.AddSeconds(30),
        }));
        Assert.That(_changes, Is.EqualTo(new[] { CircuitState.Open }));
    }

    [Test]
    public void Success_begins_the_row_anew_and_what_says_nothing_does_not()
    {
        Fail(4);
        Pass(CircuitVerdict.Healthy);
        Fail(4);
        Pass(CircuitVerdict.None);
        Assert.That(_circuit.Status.ConsecutiveFailures, Is.EqualTo(4));
        Fail(1);
        Assert.That(_circuit.Status.State, Is.EqualTo(CircuitState.Open));
    }

    [Test]
    public void After_30_s_three_trials_are_let_through_and_their_success_closes_it()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(29.999));
        Assert.That(_circuit.TryEnter(out _), Is.False);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That(_circuit.IsOpen, Is.False);

        int[] trials = [Enter(), Enter(), Enter()];
        Assert.That(_circuit.TryEnter(out _), Is.False);
        Assert.That(_circuit.Status.State, Is.EqualTo(CircuitState.HalfOpen));
        foreach (int trial in trials)
        {
            _circuit.Leave(trial, CircuitVerdict.Healthy);
        }

        Assert.That(_circuit.IsIdle, Is.True);
        Assert.That(_changes, Is.EqualTo(new[] { CircuitState.Open, CircuitState.HalfOpen, CircuitState.Closed }));
    }

    [Test]
    public void Trial_that_fails_opens_it_for_another_30_s()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(30));
        int good = Enter();
        int bad = Enter();
        _circuit.Leave(good, CircuitVerdict.Healthy);
        _circuit.Leave(bad, CircuitVerdict.Unhealthy);

        Assert.That(_circuit.Status.OpenUntil, Is.EqualTo(TestClient.Now.AddSeconds(60)));
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.That(_circuit.TryEnter(out _), Is.False);
    }

    [Test]
    public void Trial_that_was_canceled_leaves_its_place_to_another()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(30));
        int canceled = Enter();
        _ = Enter();
        _ = Enter();
        _circuit.Leave(canceled, CircuitVerdict.None);

        Assert.That(_circuit.TryEnter(out _), Is.True);
        Assert.That(_circuit.TryEnter(out _), Is.False);
    }

    [Test]
    public void Attempts_from_before_it_opened_have_no_say_afterwards()
    {
        int late = Enter();
        int later = Enter();
        Fail(5);
        _circuit.Leave(late, CircuitVerdict.Healthy);
        Assert.That(_circuit.IsOpen, Is.True);
        _time.Advance(TimeSpan.FromSeconds(30));
        _ = Enter();
        _circuit.Leave(later, CircuitVerdict.Unhealthy);

        Assert.That(_circuit.Status.State, Is.EqualTo(CircuitState.HalfOpen));
    }

    private int Enter()
    {
        Assert.That(_circuit.TryEnter(out int period), Is.True);
        return period;
    }

    private void Pass(CircuitVerdict verdict) => _circuit.Leave(Enter(), verdict);

    private void Fail(int times)
    {
        for (int time = 0; time < times; time++)
        {
            Pass(CircuitVerdict.Unhealthy);
        }
    }
}
