using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.Pipeline;

/// <summary>
/// Which checksum header a request lacks: that of the algorithm the caller asked for, or, where the service demands a checksum and
/// the caller gave none, Content-MD5, which every store understands.
/// </summary>
internal readonly record struct PayloadChecksum(ChecksumKind Kind, string Header)
{
    private const string AlgorithmHeader = "x-amz-sdk-checksum-algorithm";
    private const string Prefix = "x-amz-checksum-";
    private const string ContentMd5 = "content-md5";

    /// <exception cref="ArgumentException">The algorithm is not known, or the body cannot be read twice.</exception>
    internal static PayloadChecksum? FindMissing(ServiceCall call, Payload payload)
    {
        RequestHead request = call.Request;
        string? algorithm = request.Headers.Find(AlgorithmHeader);
        bool isRequired = (call.Operation.Flags & OperationFlags.ChecksumRequired) != 0;
        if ((algorithm is null && !isRequired) || IsGiven(request, algorithm is null))
        {
            return null;
        }

        PayloadChecksum checksum = algorithm is null ? new(ChecksumKind.Md5, ContentMd5) : Parse(algorithm, call.Operation);
        if (payload.Body is { IsReplayable: false })
        {
            throw InvalidRequest.Because(
                $"{call.Operation.Name}Request.Body cannot be read twice, so that its checksum cannot be computed beforehand: pass the checksum, or a body that can be read again.");
        }

        return checksum;
    }

    private static PayloadChecksum Parse(string algorithm, Operation operation) => ChecksumKinds.TryParse(algorithm, out ChecksumKind kind)
        ? new(kind, kind.Header())
        : throw InvalidRequest.Because($"{operation.Name}Request.ChecksumAlgorithm '{algorithm}' is not known: pass the checksum itself.");

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
