using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;

namespace S3Gen;

public sealed partial class S3Client
{
    /// <summary>How many exchanges hold a connection now, streamed responses that are being read included.</summary>
    public int ActiveConnections => _pipeline.ActiveConnections;

    internal ClientHealth CreateHealth(Func<CancellationToken, Task> probe, TimeSpan slow) => new(_pipeline, probe, slow);
}
