using System.Net;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Resilience;
using S3Gen.Runtime.Resilience.Retry;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Resilience;

public sealed class BackoffTests
{
    [TestCase(500, "InternalError", 0, 100)]
    [TestCase(500, "InternalError", 1, 200)]
    [TestCase(500, "InternalError", 3, 800)]
    [TestCase(500, "InternalError", 7, 12_800)]
    [TestCase(500, "InternalError", 8, 20_000)]
    [TestCase(500, "InternalError", 99, 20_000)]
    [TestCase(503, "ServiceUnavailable", 0, 100)]
    [TestCase(503, "SlowDown", 0, 1000)]
    [TestCase(503, "SlowDown", 2, 4000)]
    [TestCase(503, "SlowDown", 5, 20_000)]
    [TestCase(429, null, 0, 1000)]
    [TestCase(400, "RequestLimitExceeded", 1, 2000)]
    public void Bound_doubles_up_to_20_s_and_throttling_begins_with_1_s(int status, string? code, int retries, double milliseconds)
    {
        Assert.That(Choose(1, Failure(status, code), retries), Is.EqualTo(TimeSpan.FromMilliseconds(milliseconds)));
        Assert.That(Choose(0.25, Failure(status, code), retries), Is.EqualTo(TimeSpan.FromMilliseconds(milliseconds / 4)));
        Assert.That(Choose(0, Failure(status, code), retries), Is.EqualTo(TimeSpan.Zero));
    }

    [TestCase("Retry-After", "2", 2000)]
    [TestCase("retry-after", " 3 ", 3000)]
    [TestCase("Retry-After", "0", 0)]
    [TestCase("Retry-After", "Wed, 01 Jul 2026 12:00:05 GMT", 5000)]
    [TestCase("Retry-After", "Wed, 01 Jul 2026 11:59:00 GMT", 0, Description = "in the past")]
    [TestCase("Retry-After", "-5", 0)]
    [TestCase("Retry-After", "1.5", 0)]
    [TestCase("Retry-After", "soon", 0)]
    [TestCase("Retry-After", "3600", 20_000, Description = "more than MaxBackoff")]
    [TestCase("Retry-After", "99999999999999999999999999", 20_000)]
    [TestCase("x-amz-retry-after", "1500", 1500)]
    [TestCase("x-amz-retry-after", "-1", 0)]
    [TestCase("x-amz-retry-after", "99999999", 20_000)]
    public void Service_is_given_the_time_that_it_asks_for_within_bounds(string header, string value, double milliseconds) =>
        Assert.That(Choose(0, Failure(503, "SlowDown", KeyValuePair.Create(header, value)), 0), Is.EqualTo(TimeSpan.FromMilliseconds(milliseconds)));

    [Test]
    public void Pause_is_not_shorter_for_a_service_that_asks_for_less() =>
        Assert.That(Choose(1, Failure(503, "SlowDown", KeyValuePair.Create("Retry-After", "1")), 2), Is.EqualTo(TimeSpan.FromSeconds(4)));

    [Test]
    public void Milliseconds_win_over_seconds_and_what_makes_no_sense_is_passed_over()
    {
        Assert.That(Choose(0, Failure(503, "SlowDown", KeyValuePair.Create("Retry-After", "9"), KeyValuePair.Create("x-amz-retry-after", "70")), 0), Is.EqualTo(TimeSpan.FromMilliseconds(70)));
        Assert.That(Choose(0, Failure(503, "SlowDown", KeyValuePair.Create("Retry-After", "9"), KeyValuePair.Create("x-amz-retry-after", "x")), 0), Is.EqualTo(TimeSpan.FromSeconds(9)));
    }

    private static TimeSpan Choose(double random, CallFailure failure, int retries) =>
        new Backoff(new ClientSettings("S3", new ClientOptions
        {
            NextRandom = () => random, TimeProvider = new FakeTimeProvider(TestClient.Now), Environment = new FakeEnvironment(),
        })).Choose(failure, retries);

    private static CallFailure Failure(int status, string? code, params KeyValuePair<string, string>[] headers) => CallFailure.FromAnswer(
        new ServiceErrorDetails { StatusCode = (HttpStatusCode)status, ErrorCode = code, Headers = headers }, isTransient: true);
}
