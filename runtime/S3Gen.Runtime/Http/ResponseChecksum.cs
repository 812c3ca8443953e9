using System.Net;
using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Http;

/// <summary>The checksum by which a response says what its body is.</summary>
internal readonly record struct ResponseChecksum(ChecksumKind Kind, string Value)
{
    private const string Prefix = "x-amz-checksum-";
    private const string TypeHeader = "x-amz-checksum-type";
    private const string Composite = "COMPOSITE";

    /// <summary>The best checksum of a response's body; null if nobody asked for it, or it is not of these bytes.</summary>
    internal static ResponseChecksum? Find(ServiceCall call, HttpResponseMessage message)
    {
        if (call.Operation.Validation is not { } validation || call.Request.Headers.Find(validation.ModeHeader) != ResponseValidation.Enabled)
        {
            return null;
        }

        ResponseChecksum? best = null;
        int bestRank = int.MaxValue;
        string? type = null;
        ResponseHeaderEnumerator headers = new(message);
        while (headers.MoveNext())
        {
            ResponseHeader header = headers.Current;
            type = header.Is(TypeHeader) ? header.Value : type;
            if (header.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                && ChecksumKinds.TryParse(header.Name.AsSpan(Prefix.Length), out ChecksumKind kind)
                && validation.RankOf(kind) is >= 0 and int rank && rank < bestRank)
            {
                best = new ResponseChecksum(kind, header.Value.Trim());
                bestRank = rank;
            }
        }

        return best is { } found && Covers(found, type, call, message) ? found : null;
    }

    /// <summary>
    /// A range has the checksum of the whole object, if it has one. A part of an object of parts that was asked for as such has its own,
    /// where the object's is composite.
    /// </summary>
    private static bool Covers(ResponseChecksum checksum, string? type, ServiceCall call, HttpResponseMessage message)
    {
        if (IsOfParts(checksum.Value))
        {
            return false;
        }

        bool isComposite = Composite.Equals(type, StringComparison.OrdinalIgnoreCase);
        if (message.StatusCode != HttpStatusCode.PartialContent)
        {
            return !isComposite;
        }

        if (ContentRange.TryParse(message, out ContentRange range) && range.IsWhole)
        {
            return !isComposite;
        }

        return isComposite && call.Request.Headers.Find("range") is null;
    }

    /// <summary>A checksum of the parts' checksums ends with their number, e.g. <c>-3</c>; base64 has no such character.</summary>
    private static bool IsOfParts(string value) => value.Contains('-', StringComparison.Ordinal);
}
