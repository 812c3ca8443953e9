using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Resilience;

public sealed class ResilienceSettingsTests
{
    [Test]
    public void Without_anything_the_defaults_of_the_specification_apply()
    {
        ClientSettings settings = Read();

        Assert.That(settings.MaxRetries, Is.EqualTo(3));
        Assert.That(settings.CircuitFailureThreshold, Is.EqualTo(5));
        Assert.That(settings.CircuitResetTimeout, Is.EqualTo(TimeSpan.FromSeconds(30)));
        Assert.That(settings.CircuitHalfOpenRequests, Is.EqualTo(3));
        Assert.That(settings.RateLimitRequestsPerSecond, Is.Null);
    }

    [Test]
    public void Environment_sets_what_code_leaves_open()
    {
        ClientSettings settings = Read(("S3_INTEGRATION_CB_THRESHOLD", "9"), ("S3_INTEGRATION_CB_RESET_MS", "1500"), ("S3_INTEGRATION_RATE_LIMIT_RPS", "250"));

        Assert.That(settings.CircuitFailureThreshold, Is.EqualTo(9));
        Assert.That(settings.CircuitResetTimeout, Is.EqualTo(TimeSpan.FromSeconds(1.5)));
        Assert.That(settings.RateLimitRequestsPerSecond, Is.EqualTo(250));
    }

    [Test]
    public void Attempts_of_AWS_are_retries_and_one_more_and_our_own_variables_win()
    {
        Assert.That(Read(("AWS_MAX_ATTEMPTS", "5")).MaxRetries, Is.EqualTo(4));
        Assert.That(Read(("AWS_MAX_ATTEMPTS", "1")).MaxRetries, Is.Zero);
        Assert.That(Read(("AWS_MAX_ATTEMPTS", "5"), ("S3_MAX_RETRIES", "2")).MaxRetries, Is.EqualTo(2));
        Assert.That(Read(("S3_MAX_RETRIES", "2"), ("S3_INTEGRATION_MAX_RETRIES", "7")).MaxRetries, Is.EqualTo(7));
        Assert.That(() => Read(("AWS_MAX_ATTEMPTS", "0")), Throws.ArgumentException.With.Message.Contains("from AWS_MAX_ATTEMPTS, is not positive"));
    }

    [Test]
    public void Settings_out_of_range_are_all_named()
    {
        ClientOptions options = new()
        {
            Environment = new FakeEnvironment(),
            CircuitFailureThreshold = -1,
            CircuitResetTimeout = TimeSpan.Zero,
            CircuitHalfOpenRequests = 0,
            RateLimitRequestsPerSecond = 0,
            RateLimitBurst = 0,
            RateLimitQueueLimit = -1,
            ThrottlingBackoff = TimeSpan.FromSeconds(-1),
        };

        Assert.That(() => new ClientSettings(TestOperation.S3, options), Throws.ArgumentException.With.Message
            .Contains("CircuitFailureThreshold, set in code, is -1").And.Message.Contains("CircuitResetTimeout").And.Message.Contains("CircuitHalfOpenRequests, set in code, is 0")
            .And.Message.Contains("RateLimitRequestsPerSecond, set in code, is 0").And.Message.Contains("RateLimitBurst, set in code, is 0")
            .And.Message.Contains("RateLimitQueueLimit, set in code, is -1").And.Message.Contains("ThrottlingBackoff"));
    }

    private static ClientSettings Read(params (string Name, string Value)[] variables) =>
        new(TestOperation.S3, new ClientOptions { Environment = new FakeEnvironment(variables) });
}
