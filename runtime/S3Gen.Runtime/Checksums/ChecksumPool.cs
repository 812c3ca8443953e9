namespace S3Gen.Runtime.Checksums;

/// <summary>Keeps one checksum of each algorithm for reuse. Give back only what nobody can still be writing to.</summary>
internal static class ChecksumPool
{
    private static readonly Checksum?[] Kept = new Checksum?[Enum.GetValues<ChecksumKind>().Length];

    internal static Checksum Rent(ChecksumKind kind) => Interlocked.Exchange(ref Kept[(int)kind], null) ?? new Checksum(kind);

    internal static void Return(Checksum checksum)
    {
        checksum.Reset();
        if (Interlocked.CompareExchange(ref Kept[(int)checksum.Kind], checksum, null) is not null)
        {
            checksum.Dispose();
        }
    }
}
