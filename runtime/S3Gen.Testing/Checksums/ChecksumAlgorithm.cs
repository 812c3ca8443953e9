using System.IO.Hashing;
using System.Security.Cryptography;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Checksums;

/// <summary>One of the ten checksum algorithms of the S3 model: its names on the wire and its arithmetic.</summary>
internal sealed class ChecksumAlgorithm
{
    internal const string HeaderPrefix = "x-amz-checksum-";

    internal static readonly ChecksumAlgorithm Crc64Nvme = new("CRC64NVME", 8, static () => RunningChecksum.Of(new Crc64Nvme()), ChecksumTypes.FullObject);

    internal static readonly IReadOnlyList<ChecksumAlgorithm> All =
    [
        new("CRC32", 4, static () => RunningChecksum.Of(new Crc32(), littleEndian: true), ChecksumTypes.Either),
        new("CRC32C", 4, static () => RunningChecksum.Of(new Crc32C()), ChecksumTypes.Either),
        Crc64Nvme,
        new("SHA1", 20, static () => RunningChecksum.Of(HashAlgorithmName.SHA1), ChecksumTypes.Composite),
        new("SHA256", 32, static () => RunningChecksum.Of(HashAlgorithmName.SHA256), ChecksumTypes.Composite),
        new("SHA512", 64, static () => RunningChecksum.Of(HashAlgorithmName.SHA512), ChecksumTypes.Composite),
        new("MD5", 16, static () => RunningChecksum.Of(HashAlgorithmName.MD5), ChecksumTypes.Composite),
        new("XXHASH64", 8, static () => RunningChecksum.Of(new XxHash64()), ChecksumTypes.Composite),
        new("XXHASH3", 8, static () => RunningChecksum.Of(new XxHash3()), ChecksumTypes.Composite),
        new("XXHASH128", 16, static () => RunningChecksum.Of(new XxHash128()), ChecksumTypes.Composite),
    ];

    private readonly int _length;
    private readonly Func<RunningChecksum> _start;
    private readonly ChecksumTypes _types;

    private ChecksumAlgorithm(string name, int length, Func<RunningChecksum> start, ChecksumTypes types)
    {
        Name = name;
        _length = length;
        _start = start;
        _types = types;
        HeaderName = HeaderPrefix + name.ToLowerInvariant();
        ElementName = "Checksum" + name;
    }

    [Flags]
    private enum ChecksumTypes
    {
        Composite = 1,
        FullObject = 2,
        Either = Composite | FullObject,
    }

    /// <summary>The value of <c>x-amz-checksum-algorithm</c>.</summary>
    internal string Name { get; }

    internal string HeaderName { get; }

    internal string ElementName { get; }

    /// <summary>What a multipart upload gets when its creator named no type.</summary>
    internal ChecksumType DefaultType => _types.HasFlag(ChecksumTypes.Composite) ? ChecksumType.Composite : ChecksumType.FullObject;

    internal RunningChecksum Start() => _start();

    internal bool Allows(ChecksumType type) =>
        _types.HasFlag(type == ChecksumType.FullObject ? ChecksumTypes.FullObject : ChecksumTypes.Composite);

    /// <summary>Whether <paramref name="value"/> is the Base64 of as many bytes as this algorithm yields.</summary>
    internal bool IsWellFormed(string value)
    {
        Span<byte> digest = stackalloc byte[64];
        return value.Length <= 88 && Convert.TryFromBase64String(value, digest, out int written) && written == _length;
    }

    internal byte[] Compute(Content content)
    {
        using RunningChecksum running = Start();
        foreach (ReadOnlyMemory<byte> segment in content.Segments)
        {
            running.Append(segment.Span);
        }
        return running.Finish();
    }

    internal static ChecksumAlgorithm? ByName(string name) =>
        All.FirstOrDefault(algorithm => algorithm.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    internal static ChecksumAlgorithm? ByHeader(string header) =>
        All.FirstOrDefault(algorithm => algorithm.HeaderName.Equals(header, StringComparison.OrdinalIgnoreCase));
}
