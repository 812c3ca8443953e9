namespace S3Gen.Runtime.Signing;

/// <summary>What becomes of the path on its way into the canonical request.</summary>
internal enum CanonicalPathMode
{
    /// <summary>S3: the path stands as it is sent, encoded once; "//", "." and ".." may be parts of a key.</summary>
    AsSent,

    /// <summary>Other services: the path is percent-encoded once more.</summary>
    EncodedAgain,

    /// <summary>Other services: empty, "." and ".." segments are resolved, and the path is percent-encoded once more.</summary>
    NormalizedAndEncodedAgain,
}
