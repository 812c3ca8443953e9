namespace S3Gen.Runtime;

/// <summary>The retry modes of AWS's SDKs.</summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>
public enum RetryMode
{
    /// <summary>Random pauses that grow from retry to retry. AWS's <c>standard</c>, and its <c>legacy</c>.</summary>
    Standard,

    /// <summary>
    /// AWS's <c>adaptive</c>: as <see cref="Standard"/>, and once the service has asked to slow down, the client holds its requests back
    /// to the rate that the service seems to bear. It assumes that one service is at fault for all: use a client for each bucket that
    /// is throttled apart.
    /// </summary>
    Adaptive,
}
