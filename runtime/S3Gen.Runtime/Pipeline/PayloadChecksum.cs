using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Sessions;

namespace S3Gen.Runtime.Pipeline;

/// <summary>
/// Which checksum header a request lacks: that of the algorithm the caller asked for, or, where the service demands a checksum and
/// the caller gave none, Content-MD5, which every store understands. Directory buckets alone do not: they get CRC32.
/// </summary>
internal readonly record struct PayloadChecksum(ChecksumKind Kind, string Header)
{
    private const string AlgorithmHeader = "x-amz-sdk-checksum-algorithm";
    private const string Prefix = "x-amz-checksum-";
    private const string ContentMd5 = "content-md5";

    /// <exception cref="ArgumentException">The body cannot be read twice.</exception>
    internal static PayloadChecksum? FindMissing(ServiceCall call, Payload payload)
    {
        RequestHead request = call.Request;
        bool isAsked = TryParse(request.Headers.Find(AlgorithmHeader), out ChecksumKind kind);
        bool takesMd5 = !DirectoryBuckets.Contains(call.Endpoint);
        bool isRequired = (call.Operation.Flags & OperationFlags.ChecksumRequired) != 0;
        if ((!isAsked && !isRequired) || IsGiven(request, countsMd5: !isAsked && takesMd5))
        {
            return null;
        }

        if (payload.Body is { IsReplayable: false })
        {
            throw InvalidRequest.Because(
                $"{call.Operation.Name}Request.Body cannot be read twice, so that its checksum cannot be computed beforehand: pass the checksum, or a body that can be read again.");
        }

        if (isAsked)
        {
            return new(kind, kind.Header());
        }

        return takesMd5 ? new(ChecksumKind.Md5, ContentMd5) : new(ChecksumKind.Crc32, ChecksumKind.Crc32.Header());
    }

    /// <summary>An algorithm that came after this version is the service's to judge: it is named as the caller named it, and nothing is computed.</summary>
    private static bool TryParse(string? algorithm, out ChecksumKind kind)
    {
        kind = default;
        return algorithm is not null && ChecksumKinds.TryParse(algorithm, out kind);
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
