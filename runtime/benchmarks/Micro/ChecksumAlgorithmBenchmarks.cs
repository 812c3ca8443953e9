using BenchmarkDotNet.Attributes;
using S3Gen.Runtime.Checksums;

namespace S3Gen.Benchmarks.Micro;

/// <summary>Every checksum of the model, over 1 MiB.</summary>
[MemoryDiagnoser]
public class ChecksumAlgorithmBenchmarks
{
    private readonly byte[] _content = new byte[1024 * 1024];

    public static IEnumerable<string> Algorithms => Enum.GetNames<ChecksumKind>();

    [ParamsSource(nameof(Algorithms))]
    public string Algorithm { get; set; } = string.Empty;

    [Benchmark]
    public int Compute()
    {
        using Runtime.Checksums.Checksum checksum = new(Enum.Parse<ChecksumKind>(Algorithm));
        checksum.Append(_content);
        Span<byte> value = stackalloc byte[ChecksumKinds.MaxSize];
        return checksum.TryGetHash(value, out int written) ? written : 0;
    }
}
