using S3Gen.Benchmarks.Generation;
using S3Gen.Benchmarks.Micro;

namespace S3Gen.Benchmarks.Compare;

/// <summary>All that a run has found.</summary>
internal sealed record Results
{
    public required CompareOptions Options { get; init; }

    public required IReadOnlyList<ScenarioResult> Scenarios { get; init; }

    public required IReadOnlyList<MicroResult> Micro { get; init; }

    public required IReadOnlyList<GenerationCost> Generation { get; init; }
}
