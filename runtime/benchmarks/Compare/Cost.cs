namespace S3Gen.Benchmarks.Compare;

/// <summary>What one operation of a round took.</summary>
/// <param name="WallMicroseconds">Time by the clock, from the round's start to its end, over all operations.</param>
/// <param name="CpuMicroseconds">Time of processors, user and system, of the whole process.</param>
/// <param name="Bytes">Managed memory allocated by the whole process.</param>
/// <param name="PeakHeapMiB">Most managed memory in use during the round, garbage included, above what was in use before.</param>
/// <param name="PeakWorkingSetMiB">Most physical memory of the process since it started.</param>
internal readonly record struct Cost(double WallMicroseconds, double CpuMicroseconds, double Bytes, double PeakHeapMiB, double PeakWorkingSetMiB);
