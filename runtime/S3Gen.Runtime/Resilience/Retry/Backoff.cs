using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Resilience.Retry;

/// <summary>
/// The pause before a retry: random between nothing and a bound that doubles from retry to retry ("full jitter"), but not shorter
/// than the service asks for. A service that throttles is given more time than one that stumbles.
/// </summary>
/// <seealso href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/"/>
internal sealed class Backoff(ClientSettings settings)
{
    /// <param name="failure">Why the attempt failed.</param>
    /// <param name="retries">How many retries there were before.</param>
    internal TimeSpan Choose(CallFailure failure, int retries)
    {
        TimeSpan first = failure.IsThrottling() ? settings.ThrottlingBackoff : settings.InitialBackoff;
        double bound = Math.Min(first.TotalMilliseconds * Math.Pow(settings.BackoffMultiplier, retries), settings.MaxBackoff.TotalMilliseconds);
        TimeSpan pause = TimeSpan.FromMilliseconds(bound * settings.Options.NextRandom());
        TimeSpan wanted = failure.Answer is { } answer ? RetryAfter.Find(answer, settings.Options.TimeProvider) : TimeSpan.Zero;
        wanted = wanted < settings.MaxBackoff ? wanted : settings.MaxBackoff;
        return wanted > pause ? wanted : pause;
    }
}
