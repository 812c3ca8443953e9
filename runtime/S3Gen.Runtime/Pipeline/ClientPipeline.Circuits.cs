namespace S3Gen.Runtime.CodeGen;

public sealed partial class ClientPipeline
{
    /// <summary>The circuits that are open or half-open, or whose last attempt failed; all others are closed.</summary>
    public IReadOnlyList<CircuitStatus> Circuits => _resilience.Circuits?.Troubled ?? [];
}
