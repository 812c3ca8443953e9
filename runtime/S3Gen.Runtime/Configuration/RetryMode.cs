namespace S3Gen.Runtime;

/// <summary>The retry modes of AWS's SDKs.</summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>
public enum RetryMode
{
    /// <summary>Random pauses that grow from retry to retry. AWS's <c>standard</c>, and its <c>legacy</c>.</summary>
    Standard,

    /// <summary>
    /// AWS's <c>adaptive</c>, which guesses at the rate that a service bears. This client does not guess: it retries as in
    /// <see cref="Standard"/> and warns that it does.
    /// </summary>
    Adaptive,
}
