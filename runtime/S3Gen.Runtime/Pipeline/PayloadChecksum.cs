using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Sessions;

namespace S3Gen.Runtime.Pipeline;

/// <summary>
/// Which checksum a request lacks: that of the algorithm the caller asked for; or, where the service demands a checksum and the caller
/// gave none, Content-MD5, which every store understands (directory buckets alone do not: they get CRC32); or, where the operation
/// supports checksums and the client's policy wants them, CRC64NVME, with which S3 itself keeps objects.
/// </summary>
/// <param name="Kind">The algorithm.</param>
/// <param name="Header">The header or trailer.</param>
/// <param name="IsDemanded">Whether the caller or the service wants it; the request goes without otherwise, if the body cannot have one.</param>
internal readonly record struct PayloadChecksum(ChecksumKind Kind, string Header, bool IsDemanded)
{
    private const string Prefix = "x-amz-checksum-";
    private const string ContentMd5 = "content-md5";
    private const ChecksumKind Default = ChecksumKind.Crc64Nvme;

    internal static PayloadChecksum? FindMissing(ServiceCall call, ChecksumPolicy policy)
    {
        RequestHead request = call.Request;
        string? algorithmHeader = call.Operation.ChecksumAlgorithmHeader;
        string? algorithm = algorithmHeader is null ? null : request.Headers.Find(algorithmHeader);
        if (algorithm is not null && ChecksumKinds.TryParse(algorithm, out ChecksumKind kind))
        {
            return IsGiven(request, countsMd5: false) ? null : new(kind, kind.Header(), IsDemanded: true);
        }

        // An algorithm that came after this version is the service's to judge: it is named as the caller named it, and not computed.
        bool isSupported = algorithmHeader is not null && algorithm is null;
        bool isRequired = (call.Operation.Flags & OperationFlags.ChecksumRequired) != 0;
        bool takesMd5 = !DirectoryBuckets.Contains(call.Endpoint);
        if ((!isRequired && !(isSupported && policy == ChecksumPolicy.WhenSupported)) || IsGiven(request, countsMd5: takesMd5))
        {
            return null;
        }

        return !isRequired ? new(Default, Default.Header(), IsDemanded: false)
            : takesMd5 ? new(ChecksumKind.Md5, ContentMd5, IsDemanded: true)
            : new(ChecksumKind.Crc32, ChecksumKind.Crc32.Header(), IsDemanded: true);
    }

    private static bool IsGiven(RequestHead request, bool countsMd5)
    {
        foreach ((string name, _) in request.Headers.Entries)
        {
            if (IsValue(name) || (countsMd5 && name.Equals(ContentMd5, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>x-amz-checksum-algorithm, -mode and -type are about checksums, and are none.</summary>
    private static bool IsValue(string name) =>
        name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && ChecksumKinds.TryParse(name.AsSpan(Prefix.Length), out _);
}
