using S3Gen.Runtime;

namespace S3Gen;

public sealed partial class S3Client
{
    /// <summary>
    /// The circuits of this client that are open or half-open, or whose last attempt failed; those of all other buckets are closed.
    /// <see cref="ClientOptions.OnCircuitStateChanged"/> tells of changes.
    /// </summary>
    public IReadOnlyList<CircuitStatus> Circuits => _pipeline.Circuits;
}
