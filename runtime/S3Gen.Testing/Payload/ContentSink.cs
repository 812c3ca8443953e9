using System.Security.Cryptography;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Payload;

/// <summary>Where the bytes of a body arrive: kept and digested in one pass.</summary>
internal sealed class ContentSink : IDisposable
{
    private readonly ContentBuilder _builder;
    private readonly long _limit;
    private readonly IncrementalHash _md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly IncrementalHash? _sha256;
    private readonly RunningChecksum? _checksum;

    internal ContentSink(long? expectedLength, long limit, bool needsSha256, ChecksumAlgorithm? checksum)
    {
        _builder = new ContentBuilder(expectedLength);
        _limit = limit;
        _sha256 = needsSha256 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        _checksum = checksum?.Start();
    }

    internal long Length => _builder.Length;

    internal bool IsOverLimit => _builder.Length > _limit;

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        _builder.Append(bytes);
        _md5.AppendData(bytes);
        _sha256?.AppendData(bytes);
        _checksum?.Append(bytes);
    }

    internal Content Build() => _builder.Build();

    internal byte[] Md5() => _md5.GetHashAndReset();

    /// <summary>Lower-case hexadecimal.</summary>
    internal string? Sha256() => _sha256 is null ? null : Convert.ToHexStringLower(_sha256.GetHashAndReset());

    internal string? Checksum() => _checksum is null ? null : Convert.ToBase64String(_checksum.Finish());

    public void Dispose()
    {
        _md5.Dispose();
        _sha256?.Dispose();
        _checksum?.Dispose();
    }
}
