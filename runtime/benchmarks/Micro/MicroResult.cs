namespace S3Gen.Benchmarks.Micro;

/// <summary>What BenchmarkDotNet found for one method.</summary>
/// <param name="Group">The class.</param>
/// <param name="Method">The method.</param>
/// <param name="Parameter">What it was run with; empty if it takes nothing.</param>
/// <param name="Nanoseconds">Time of an operation, of the iteration that was disturbed least.</param>
/// <param name="Ratio">Times the time of its class's baseline; null if it is the baseline or there is none.</param>
/// <param name="Bytes">Memory that an operation allocates.</param>
internal sealed record MicroResult(string Group, string Method, string Parameter, double Nanoseconds, double? Ratio, long Bytes);
