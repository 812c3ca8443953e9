using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Resilience.RateLimiting;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Resilience;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AdaptiveRateTests
{
    private readonly FakeTimeProvider _time = new(TestClient.Now);

    [Test]
    public void There_is_no_limit_until_the_service_asks_to_slow_down()
    {
        AdaptiveRate rate = new(_time);
        for (int i = 0; i < 1000; i++)
        {
            Assert.That(rate.TryTake(TimeSpan.FromTicks(1), out TimeSpan wait), Is.True);
            Assert.That(wait, Is.EqualTo(TimeSpan.Zero));
            rate.Report(isThrottled: false);
        }

        Assert.That(rate.Current, Is.Null);
    }

    [Test]
    public void Throttling_cuts_to_seven_tenths_of_what_was_sent()
    {
        AdaptiveRate rate = new(_time);
        double measured = Send(rate, perHalfSecond: 10, halves: 40);

        rate.Report(isThrottled: true);

        Assert.That(measured, Is.EqualTo(20).Within(0.01));
        Assert.That(rate.Current, Is.EqualTo(14).Within(0.02));
    }

    /// <summary>0.4 × (t − ∛(20 × 0.3 ÷ 0.4))³ + 20, while no more than twice what is sent.</summary>
    [TestCase(1, ExpectedResult = 18.74)]
    [TestCase(2, ExpectedResult = 19.96)]
    [TestCase(3, ExpectedResult = 20.06)]
    [TestCase(4, ExpectedResult = 21.44)]
    [TestCase(6, ExpectedResult = 37.65)]
    [TestCase(9, ExpectedResult = 40.0)]
    public double Rate_grows_along_a_cubic_curve(int seconds)
    {
        AdaptiveRate rate = new(_time);
        Send(rate, perHalfSecond: 10, halves: 40);
        rate.Report(isThrottled: true);

        Send(rate, perHalfSecond: 10, halves: seconds * 2);
        rate.Report(isThrottled: false);

        return Math.Round(rate.Current!.Value, 2);
    }

    [Test]
    public void Turns_come_one_after_the_other()
    {
        AdaptiveRate rate = Slowed();
        List<double> waits = [];
        for (int i = 0; i < 4; i++)
        {
            Assert.That(rate.TryTake(TimeSpan.FromMinutes(1), out TimeSpan wait), Is.True);
            waits.Add(wait.TotalSeconds);
        }

        Assert.That(waits.Zip(waits.Skip(1), static (one, next) => next - one), Is.All.EqualTo(1 / rate.Current!.Value).Within(0.001));
    }

    [Test]
    public void Turn_that_comes_too_late_is_not_taken()
    {
        AdaptiveRate rate = Slowed();
        rate.TryTake(TimeSpan.MaxValue, out _);
        rate.TryTake(TimeSpan.MaxValue, out TimeSpan before);

        Assert.That(rate.TryTake(TimeSpan.FromTicks(1), out _), Is.False);

        Assert.That(rate.TryTake(TimeSpan.MaxValue, out TimeSpan after), Is.True);
        Assert.That((after - before).TotalSeconds, Is.EqualTo(1 / rate.Current!.Value).Within(0.001));
    }

    [Test]
    public void Rate_never_falls_below_one_in_two_seconds()
    {
        AdaptiveRate rate = Slowed();
        for (int i = 0; i < 50; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            rate.Report(isThrottled: true);
        }

        Assert.That(rate.Current, Is.EqualTo(0.5));
    }

    [Test]
    public async Task Client_in_this_mode_holds_its_requests_back_after_a_throttling_answer()
    {
        int answers = 0;
        StubTransport service = new(_ => Interlocked.Increment(ref answers) == 1 ? StubTransport.Error(503, "SlowDown") : StubTransport.Status(200, "<Result/>"));
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            Transport = service,
            Credentials = TestClient.Keys,
            RetryMode = RetryMode.Adaptive,
            MaxRetries = 0,
            OperationTimeout = TimeSpan.FromMilliseconds(1),
            TimeProvider = _time,
            Environment = new FakeEnvironment(),
        });

        await Assert.ThrowsAsync<TestException>(() => client.RunAsync(TestOperation.List));
        RateLimitExceededException? refusal = await Assert.ThrowsAsync<RateLimitExceededException>(() => client.RunAsync(TestOperation.List));

        Assert.That(refusal!.Message, Does.Contain("asks to slow down").And.Contain("OperationTimeout"));
        Assert.That(service.Requests, Has.Length.EqualTo(1));
    }

    private AdaptiveRate Slowed()
    {
        AdaptiveRate rate = new(_time);
        Send(rate, perHalfSecond: 10, halves: 10);
        rate.Report(isThrottled: true);
        return rate;
    }

    /// <returns>How many were sent in a second.</returns>
    private double Send(AdaptiveRate rate, int perHalfSecond, int halves)
    {
        for (int i = 0; i < perHalfSecond * halves; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(0.5 / perHalfSecond));
            rate.Report(isThrottled: false);
        }

        return perHalfSecond * 2;
    }
}
