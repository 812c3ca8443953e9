namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>What can be mended about a call. Each is tried at most once for a call, so that no two of them play ping-pong.</summary>
[Flags]
internal enum Correction
{
    None = 0,

    /// <summary>The bucket is in another region.</summary>
    Region = 1,

    /// <summary>The service's clock shows another time.</summary>
    Clock = 2,

    /// <summary>The session with a directory bucket has ended.</summary>
    Session = 4,
}
