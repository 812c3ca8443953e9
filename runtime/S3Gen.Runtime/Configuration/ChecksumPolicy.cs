namespace S3Gen.Runtime;

/// <summary>When the client computes or verifies checksums of its own accord.</summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-dataintegrity.html"/>
public enum ChecksumPolicy
{
    /// <summary>Wherever the operation supports it: AWS's <c>WHEN_SUPPORTED</c>.</summary>
    WhenSupported,

    /// <summary>Only where the operation demands it, or the request asks for it: AWS's <c>WHEN_REQUIRED</c>. All stores understand that.</summary>
    WhenRequired,
}
