namespace S3Gen.Benchmarks.Micro;

/// <summary>What was found for one method.</summary>
/// <param name="Group">The class.</param>
/// <param name="Parameter">What it was run with; empty if it takes nothing.</param>
/// <param name="Method">The method.</param>
/// <param name="Nanoseconds">Time of a call, in the batch that was disturbed least.</param>
/// <param name="Ratio">Times the time of the baseline with the same parameter; null if it is the baseline or there is none.</param>
/// <param name="Bytes">Memory that a call allocates.</param>
internal sealed record MicroResult(string Group, string Parameter, string Method, double Nanoseconds, double? Ratio, long Bytes);
